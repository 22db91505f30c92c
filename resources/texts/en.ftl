
## What the surroundings did wrong (Trouble): what happened, that nothing was lost, what to do

database-url = “{ $url }” is not the address of a database. Name one like sqlite:///folder/file.db or postgresql+psycopg://server/name.
database-folder = No workspace can be made in { $folder }: { $reason }. Nothing was written. Choose another folder or make this one writable.
database-cannot-open = The workspace’s file cannot be opened. Nothing was changed. Check that it is a file and that you may read it.
database-read-only = The workspace’s file may not be written to. Nothing was changed. Give yourself the right to write to it and to its folder, or open a copy.
database-not-a-database = The file is not a Dealwright workspace. It was left as it is. Choose another file.
database-damaged = The workspace’s file is damaged. It was left as it is. Open the newest backup, and keep the damaged file for repair.
database-foreign = This database belongs to another program. It was left as it is. Choose another one.
database-newer = This workspace was last opened by a newer Dealwright (format { $found }, this program knows { $known }). It was left as it is. Install the newer version.
database-locked = Another program is writing to the workspace. Nothing was changed. Try again in a moment.
database-busy = Somebody else was changing the same records at that moment. Nothing was changed. Try again.
disk-full = The disk is full. Nothing was changed, and what was saved before is safe. Free some space and try again.
disk-error = The disk reported an error. Nothing was changed. Check the disk, then try again.
server-gone = The database’s server does not answer. Nothing was changed. Check the network and try again.
server-refused = The database’s server refused the connection. Check the name, the password and the address.
backup-exists = { $backup } is there already and was not overwritten. Choose another name.
backup-damaged = The copy { $backup } did not pass its check and was removed. The workspace itself is untouched. Check the disk.
backup-only-sqlite = Only a workspace in a file is copied here. A server’s database is backed up with the server’s own tools.
workspace-closed = The workspace is closed already.
workspace-not-open = The workspace could not be opened.
check-done = { $problems ->
    [0] The workspace is sound.
    [one] { $problems } problem was found. Keep the file and open the newest backup.
   *[other] { $problems } problems were found. Keep the file and open the newest backup.
}
