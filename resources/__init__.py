"""Files that the program reads and never writes: processes, texts, translations, icons, styles, fonts."""
