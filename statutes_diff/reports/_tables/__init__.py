"""An account as rows, for CSV and workbooks; the one place that knows the writer of workbooks."""
