/// How wide text is and where its lines break is asked for in almost every file.
@_exported import CommandText
