"""The commands of `netzbote`, one file each; what is dear to import is imported when called."""
