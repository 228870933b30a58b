"""Storage: everything Paperboy remembers, in one SQLite file.

    Database ──▶ write() / read() ──▶ Session ──▶ SQL
       ▲                                 ▲
    migrate, lock, copies         one …Rows class an aggregate, each behind a port of `services`

The rules everything here obeys:

- Instants are whole seconds since 1970 (UTC) in the file and aware UTC `datetime`s outside it.
- Text is always a parameter, never part of a statement.
- A method of a port is one transaction. There is one writer; readers see the last commit.
- `sqlite3`'s errors do not leave this room: they come out as `StorageError`s.
"""
