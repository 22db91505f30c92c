
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

## People, records, leads, lookups and settings

welcome = Welcome, { $name }.
person-switched = You are now { $name }.
person-created = { $name } was added.
account-created = The account “{ $name }” was created.
contact-created = The contact “{ $name }” was created.
lead-created = The lead “{ $title }” was created.
record-saved = “{ $name }” was saved.
lead-stage-changed = The lead “{ $title }” moved to “{ $stage }”.
lead-sale-started = A sale was created from the lead “{ $title }”, and the corporate sale runs on it.
setting-saved = The setting was saved.
stage-created = The stage “{ $stage }” was created.
sample-loaded = The sample data are here: { $opportunities } opportunities of an invented company. Have a look around.

person-unknown = This person does not work here any more. Choose another one.
person-exists = Somebody called { $name } is here already. Use another name.
role-unknown = There is no role “{ $role }”.
first-start-over = This workspace has people already. Choose who you are in the menu of the avatar.
workspace-not-empty = Sample data can only be loaded into an empty workspace. Nothing was changed.
name-missing = Enter a name.
title-missing = Enter a title.
text-too-long = This text is too long: at most { $most } characters.
email-wrong = “{ $email }” is not an e-mail address. Write it like name@company.com.
number-wrong = Enter a whole number.
number-range = Enter a number from { $least } to { $most }.
amount-negative = An amount cannot be negative.
date-wrong = Choose a date.
choice-unknown = This value is not in the list any more. Choose another one.
record-unknown = This record does not exist any more. Choose another one.
record-gone = This record does not exist any more.
owner-missing = Choose who is responsible.
changed-meanwhile = Somebody else saved this record meanwhile. Nothing was overwritten: look at the new version and save again.
account-own-parent = A company cannot belong to itself or to a company of its own. Choose another one.
lead-final-stage = The lead stands on “{ $stage }”. A final stage cannot be left.
lead-stage-current = The lead stands on “{ $stage }” already.
final-stage-left = A final stage cannot be left
stage-current = It stands on this stage now
stage-unknown = There is no stage “{ $stage }”.
stage-in-use = { $count ->
    [one] { $count } opportunity stands on this stage. Whether the stage is final cannot be changed while it does.
   *[other] { $count } opportunities stand on this stage. Whether the stage is final cannot be changed while they do.
}
stage-success-needs-final = Only a final stage can be successful.
stage-last-open = At least one stage must stay open.
code-wrong = “{ $code }” cannot be a code. Use small Latin letters, digits and underscores, a letter first.
code-taken = There is a stage with the code “{ $code }” already.
setting-unknown = The setting “{ $name }” cannot have this value.
setting-grace-range = Enter a number of seconds from 0 to { $most }.
currency-unknown = “{ $currency }” is not a currency. Use a code of three letters, such as EUR.
subject-unknown = There is no list of “{ $subject }”.
column-unknown = The list has no column “{ $column }”.
place-unknown = Edits of this page are not kept.
draft-not-plain = These edits cannot be kept.
activity-done = This task is done.
activity-cancelled = This task is cancelled.
result-done = Done
