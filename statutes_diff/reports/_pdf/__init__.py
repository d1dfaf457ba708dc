"""The PDF report: ``document`` knows paper, fonts and bookmarks; ``pages`` knows what stands on them. ReportLab sets both."""
