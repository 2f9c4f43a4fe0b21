"""What the pages share: the address bar, filters, cached answers, tables, downloads, source lines."""
