"""The process library: the list, the page of a process, importing, versions, moving runs."""
