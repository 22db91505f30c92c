
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
amount-too-large = This amount is too large.
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

## Processes, stages, tasks, closing, undo

process-started = { $process } is running on “{ $opportunity }”.
process-started-on = { $process } is running on “{ $opportunity }”, { $tasks ->
    [0] no task was created
    [one] { $tasks } task was created
   *[other] { $tasks } tasks were created
}.
process-unknown = There is no process “{ $process }” in the library.
process-already-running = { $process } is running on this opportunity already.
process-failed = { $process } cannot go on: { $reason }. Nothing was changed.
incident-gone = This incident is mended already.
incident-not-a-service = Only the work of a service can be left out. Try it again, or change the data first.
opportunity-closed = The opportunity is closed ({ $stage }), so no process can be run on it.
nobody-acts = Choose first who you are.
lead-has-opportunity = An opportunity was made from “{ $lead }” already, and it is still open.

stage-changed = “{ $title }” moved to { $stage }.
final-stage = { $stage } is a final stage and cannot be left.
already-on-stage = The opportunity stands on { $stage } already.
stage-final-new = A new opportunity cannot begin on { $stage }: that is a final stage.
opportunity-created = Opportunity “{ $title }” was created.
opportunity-saved = { $handed ->
    [0] “{ $title }” was saved.
    [one] “{ $title }” was saved. { $handed } open task went to the new owner.
   *[other] “{ $title }” was saved. { $handed } open tasks went to the new owner.
}

task-completed = Task completed: { $title }.
task-completed-anew = Task completed: { $title }. { $created ->
    [one] { $created } new task was created.
   *[other] { $created } new tasks were created.
}
task-completed-moved = Task completed: { $title }. The opportunity moved to { $stage }.
task-completed-closed = Task completed: { $title }. The opportunity is closed: { $stage }.
task-cancelled = Task cancelled: { $title }.
task-rescheduled = “{ $title }” was moved to { $start }.
activity-created = “{ $title }” was created.
activity-saved = “{ $title }” was saved.
note-added = The note was added.
note-empty = Write something first.
already-completed = { $who ->
    [none] This task has been completed meanwhile.
   *[other] { $who } completed this task already, { $at }.
}
already-cancelled = { $who ->
    [none] This task has been cancelled meanwhile.
   *[other] This task was cancelled already, { $at }.
}
task-belongs-to-process = This task belongs to the process: choose a result, or change the stage.
result-unknown = This task has no result “{ $result }”.
when-missing = “{ $result }” needs a date and time.
when-past = Choose a date and time that lie ahead.
moment-wrong = Enter a date and time.
due-before-start = The end must come after the start.
spent-negative = Time spent cannot be negative.
kind-unknown = There is no kind of activity “{ $kind }”.
closing-reason-required = Choose the reason of the loss.

notification-new-task = New task: { $task }
notification-new-task-text = { $opportunity } · { $process } · due { $due }
notification-task-handed-over = A task is yours now: { $task }
notification-task-handed-over-text = { $opportunity } · due { $due }
calendar-exported = { $count ->
    [one] { $count } activity was written to { $path }.
   *[other] { $count } activities were written to { $path }.
}
calendar-unwritable = The calendar file { $path } cannot be written: { $reason }. What was there is left as it was.
notification-reminder = Soon: { $task }
notification-reminder-text = { $start }{ $about }
reminder-one = Soon: “{ $title }”, { $start }.
reminder-many = { $count ->
    [one] { $count } activity is near. See the notifications.
   *[other] { $count } activities are near. See the notifications.
}
notification-page = { $hint }
notification-page-text = { $opportunity }
notification-won = Won: { $title }
notification-won-text = { $known ->
    [yes] { $owner } won { $number }, { $amount }.
   *[no] { $owner } won { $number }.
}
notification-lost = Lost: { $title }
notification-lost-text = { $known ->
    [yes] { $owner } lost { $number }, { $amount }.
   *[no] { $owner } lost { $number }.
}

undone = Undone: { $what }
redone = Done again: { $what }
undo-unnamed = the last action
undo-nothing = There is nothing to undo.
redo-nothing = There is nothing to do again.
undo-already = That was undone already.
undo-not-possible = That cannot be undone.
undo-not-yours = Only the person who did it can undo it.
undo-changed-since = { undo-record } was changed since, so this cannot be undone any more.
undo-referenced = { undo-record } is used by something newer, so this cannot be undone any more.
undo-final-stage = { $title } is closed, and a final stage can only be left by an undo right after it was entered.
undo-record = { $table ->
    [opportunity] The opportunity “{ $name }”
    [lead] The lead “{ $name }”
    [activity] The task “{ $name }”
    [account] The account “{ $name }”
    [contact] The contact “{ $name }”
    [person] { $name }
    [process_instance] The process
    [lookup_value] The value “{ $name }”
    [lead_stage] The stage “{ $name }”
    [required_field] The required field
    [opportunity_stage] The stage “{ $name }”
    [product] The product “{ $name }”
    [opportunity_line] The line “{ $name }”
    [sales_order] The order { $name }
    [sales_order_line] The line “{ $name }”
    [order_payment] The payment
    [note] The note
    [notification] A notification
    [system_setting] The setting
   *[other] A record
}

consequence-moves = The opportunity moves to { $stage }.
consequence-moves-with-task = The opportunity moves to { $stage }; the task { $task } is created for { $start }.
consequence-closes = The opportunity is closed: { $stage }.
consequence-cancels = { $count ->
    [one] cancels { $count } task
   *[other] cancels { $count } tasks
}
consequence-keeps = { $count ->
    [one] keeps { $count } of your own
   *[other] keeps { $count } of your own
}
consequence-creates = { $count ->
    [one] creates { $count }
   *[other] creates { $count }
}
consequence-creates-tasks = { $count ->
    [one] creates { $count } task
   *[other] creates { $count } tasks
}
consequence-final = a final stage cannot be left
consequence-nothing = no task is cancelled or created
consequence-ends = the process ends
consequence-stays-open = “{ $title }” stays open.
consequence-stay-open = { $count ->
    [one] { $count } task of the stage stays open.
   *[other] { $count } tasks of the stage stay open.
}
consequence-then-moves = { $count ->
    [one] When it is done too, the opportunity moves to { $stage }.
   *[other] When they are done too, the opportunity moves to { $stage }.
}
consequence-then-moves-with-task = { $count ->
    [one] When it is done too, the opportunity moves to { $stage } and the task { $task } is created for { $start }.
   *[other] When they are done too, the opportunity moves to { $stage } and the task { $task } is created for { $start }.
}
consequence-then-closes = { $count ->
    [one] When it is done too, the opportunity is closed: { $stage }.
   *[other] When they are done too, the opportunity is closed: { $stage }.
}
consequence-task-created = The task “{ $task }” is created for { $start }.
consequence-tasks-created = { $count ->
    [one] { $count } task is created: { $tasks }.
   *[other] { $count } tasks are created: { $tasks }.
}
consequence-tasks-cancelled = { $count ->
    [one] { $count } unfinished task is cancelled.
   *[other] { $count } unfinished tasks are cancelled.
}
consequence-run-new = A new opportunity is created on { $stage }, with { $count ->
    [0] no tasks
    [one] { $count } task
   *[other] { $count } tasks
}.
consequence-run-on = The process starts on { $stage } and creates { $count ->
    [0] no tasks
    [one] { $count } task
   *[other] { $count } tasks
}.
consequence-task-done = The task is done.

why-task-made = The step “{ $step }” of the process { $process } made this task, { $at }.
why-task-by-result = It followed from the result “{ $result }” of “{ $task }”, recorded by { $who }, { $at }.
why-task-by-stage = It followed from the choice of the stage { $stage } by { $who }, { $at }.
why-task-by-start = It followed from the start of the process by { $who }, { $at }.
why-task-by-page = It followed from the page that { $who } saved, { $at }.
why-task-by-hand = { $who } made this task by hand, { $at }.
why-task-done = { $who } completed it with the result “{ $result }”, { $at }.
why-task-cancelled = It was cancelled by the action of { $who }, { $at }.
why-stage-since = “{ $title }” stands on { $stage } since { $at }.
why-stage-by = The action of { $who } brought it there: { $what }
why-process-runs = { $process } runs on it, started by { $who }, { $at }.
why-process-none = No process runs on it.
why-program = the program

## Import from CSV files (docs/import.md)

import-done = { $opportunities ->
    [0] Nothing was new.
    [one] { $opportunities } opportunity imported; { $runs } of them with the sales process running.
   *[other] { $opportunities } opportunities imported; { $runs } of them with the sales process running.
}
import-cancelled = The import was cancelled. Nothing was changed.
import-progress = Importing: { $done } of { $total } ({ $percent } %)
import-added = Imported: { $person ->
    [one] { $person } person
   *[other] { $person } people
}, { $product ->
    [one] { $product } product
   *[other] { $product } products
}, { $account ->
    [one] { $account } account
   *[other] { $account } accounts
}, { $opportunity ->
    [one] { $opportunity } opportunity
   *[other] { $opportunity } opportunities
}.
import-runs = { $runs ->
    [one] The sales process runs on { $runs } open opportunity
   *[other] The sales process runs on { $runs } open opportunities
}, with { $tasks ->
    [one] { $tasks } task.
   *[other] { $tasks } tasks.
}
import-added-nothing = Nothing was new, nothing was changed.
import-unchanged = { $records ->
    [one] { $records } record was there already and was left as it is.
   *[other] { $records } records were there already and were left as they are.
}
import-report-written = { $findings ->
    [one] { $findings } finding, with its line, is listed in { $file }.
   *[other] { $findings } findings, each with its line, are listed in { $file }.
}
import-report-failed = The import is done, but its report could not be written to { $file }: { $reason }.
import-report-unwritable = The report cannot be written to { $file }: { $reason }. Nothing was imported. Name another file.

import-report-among-files = { $file } stands among the files to import. Nothing was imported. Name another file for the report.

import-folder-missing = There is no folder { $folder }. Nothing was changed.
import-file-missing = { $folder } has no file { $file }. Nothing was changed.
import-file-unreadable = { $file } cannot be read: { $reason }. Nothing was changed.
import-file-empty = { $file } is empty; a line with the names of the columns was expected. Nothing was changed.
import-encoding = { $place }: this is not text in { $encoding }. Save the file in this encoding or name the right one in the mapping. Nothing was changed.
import-delimiter = { $place }: the columns are separated by “{ $found }”, the mapping says “{ $delimiter }”. Correct the mapping. Nothing was changed.
import-column-missing = { $place }: there is no column “{ $column }”. The columns are: { $columns }. Nothing was changed.
import-column-twice = { $place }: there are two columns “{ $column }”. Nothing was changed.
import-cells = { $place }: { $found ->
    [one] { $found } cell
   *[other] { $found } cells
}, but { $expected } columns. Nothing was changed.
import-csv = { $place }: this is not CSV: { $reason }. Nothing was changed.
import-misfit = { $rejected } of the { $lines } lines of { $file } cannot be used: the mapping does not fit. The first is { $place }, field “{ $column }”: “{ $value }”. Nothing was changed.
import-stage-unknown = The mapping of { $file } names the stage “{ $stage }”, which the workspace does not have. It has: { $known }. Nothing was changed.
import-mapping-unreadable = The mapping { $mapping } cannot be read: { $reason }. Nothing was changed.
import-mapping-key-unknown = { $mapping }, { $where }: “{ $key }” means nothing here. Known are: { $known }. Nothing was changed.
import-mapping-key-missing = { $mapping }, { $where }: “{ $key }” is missing. Nothing was changed.
import-mapping-value-wrong = { $mapping }, { $where }: “{ $value }” is not possible. Possible is: { $allowed }. Nothing was changed.

import-outcome-repaired = repaired
import-outcome-rejected = left out
import-outcome-kept = kept
import-rule-missing = a field that must be there is empty
import-rule-unknown = the cell names something that is not known
import-rule-unknown-left-empty = the cell names something that is not known; the field was left empty
import-rule-left-empty = the cell is empty; the field was left empty
import-rule-misspelt = a known misspelling was corrected
import-rule-spelling = the name was found by its letters, without spaces and capitals
import-rule-too-long = the text is longer than the field
import-rule-number-wrong = this is not a number that can stand here
import-rule-rounded = the amount was rounded to the smallest unit of its currency
import-rule-date-wrong = this is not a date in the format of the mapping
import-rule-address-wrong = this is not an e-mail address
import-rule-repeated = an earlier line is the same record already
import-rule-own-superior = a record cannot stand above itself; the field was left empty
import-rule-dated-now = there is no date; the sale begins at the moment of the import
import-rule-dated-by-close = there is no first date; the sale begins on the day of its closing
import-rule-open-without-closing = an open sale has no closing date and no income; the cell was not used
import-rule-closed-without-date = a closed sale needs its closing date
import-rule-closed-before-begun = the sale was closed before it began
import-rule-won-without-income = a won sale needs its income
import-rule-lost-without-reason = a lost sale needs its reason
import-rule-kept = the workspace has something else meanwhile; it was left as it is
import-rule-kept-closed = the sale is closed in the workspace; a final stage is not left

# administration
value-created = “{ $name }” was added.
value-removed = “{ $name }” was deleted.
order-saved = The order was saved.
mask-saved = The mask was saved. The next number is { $number }.
rate-removed = The rate was deleted.
lookup-unknown = There is no lookup “{ $lookup }”.
value-in-use = { $count ->
    [one] This is used { $count } time and cannot be deleted.
   *[other] This is used { $count } times and cannot be deleted.
}
value-shipped = This value comes with the program and cannot be deleted. Switch it off instead.
value-exists = “{ $name }” is in this list already.
value-last = At least one value of this list must stay switched on.
order-outdated = The list was changed meanwhile. Look at it and try again.
stage-in-process = The process “{ $process }” leads to this stage, so it cannot be deleted.
lead-stage-in-use = { $count ->
    [one] { $count } lead stands on this stage. Whether the stage is final cannot be changed while it does.
   *[other] { $count } leads stand on this stage. Whether the stage is final cannot be changed while they do.
}
lead-stage-final-starts = A final stage cannot start a sale.
mask-no-counter = A mask needs one place for the counter: {"{}"}, or {"{:05d}"} for five digits. Without it every number would be the same.
mask-taken = Another subject has a mask like that, so the same number could be given twice.
mask-repeats = With this mask the number { $number } would be given a second time.
rate-same-currency = A currency has no rate to itself. Choose another one.
rate-wrong = Enter a rate above 0, such as 1.0825.
hours-no-day = Choose at least one working day.
hours-wrong = The working day must end after it begins.

## History of a record

history-created = Created
history-task-created = Task created: { $task }
history-task-done = Task completed: { $task }
history-task-cancelled = Task cancelled: { $task }
history-task-reopened = Task open again: { $task }
history-task-field = { $task }: { $field }
history-related-field = { $what } { $name }: { $field }
history-note = Note
history-field-title = Title
history-field-stage = Stage
history-field-account = Customer
history-field-contact = Contact
history-field-decision_maker = Decision maker
history-field-decision_maker_role = Role of the decision maker
history-field-need = Need
history-field-need_text = Need in the customer's words
history-field-owner = Owner
history-field-source = Source
history-field-amount = Amount
history-field-amount_follows = Amount follows the products
history-field-budget = Budget
history-field-budget_confirmed = Budget confirmed
history-field-decision_date = Decision date
history-field-expected_close = Expected close
history-field-tactics = Sales tactics
history-field-income = Actual income
history-field-closed_minutes = Minutes spent
history-field-closing_reason = Reason of closing
history-field-competitor = Competitor
history-field-account_name = Customer (as written)
history-field-contact_name = Contact (as written)
history-field-email = Email
history-field-phone = Phone
history-field-name = Name
history-field-sector = Sector
history-field-website = Website
history-field-address = Address
history-field-employees = Employees
history-field-founded = Founded
history-field-revenue = Revenue
history-field-parent = Parent company
history-field-notes = Notes
history-field-job_title = Job title
history-field-kind = Kind
history-kind-task = task
history-kind-call = call
history-kind-meeting = meeting
history-field-start_at = Start
history-field-due_at = Due
history-field-status = Status
history-field-result_code = Result
history-field-comment = Comment
history-field-spent_minutes = Minutes spent

## Products, orders, and what follows a won sale

product-created = The product “{ $name }” was created.
product-exists = There is a product “{ $name }” already. Use another name.
product-offered = Offered
product-withdrawn = Not offered
line-added = “{ $name }” was added.
line-saved = “{ $name }” was changed.
line-removed = “{ $name }” was removed.
amount-follows = The amount follows the products from now on.
amount-stands = The amount stands by itself from now on.
line-currency = Everything here is in { $currency }. Enter the amount in that currency.
quantity-range = Enter a quantity above 0.
percent-range = Enter a percentage from 0 to 100.
fraction-wrong = Enter a number.
order-settled = The order is in the state “{ $state }”. Change its state first.
order-created = The order { $number } was created.
payment-added = The payment was added to the plan.
payment-saved = The payment was changed.
payment-removed = The payment was removed from the plan.
payment-empty = Enter a share or an amount.
closing-checked = The data of “{ $title }” are checked.
not-closed = The opportunity is not closed yet.

## Plans and the dashboard

plan-saved = The plan of { $name } was saved.
plan-removed = The plan of { $name } was removed.
plan-not-yours = Plans are set by administrators and, for their team, by managers.
plan-quarter-unknown = There is no such quarter.
figure-unknown = The dashboard has no figure “{ $figure }”.

## Participants and competitors

participant-added = { $name } takes part in the sale.
participant-removed = { $name } does not take part any more.
participant-there = { $name } takes part already.
competitor-added = Competitor “{ $name }” added.
competitor-removed = Competitor “{ $name }” removed.
competitor-there = “{ $name }” is among the competitors already.
history-opportunity_line = Product
history-sales_order = Order
history-field-ordered_on = Date of the order
history-field-price = Price
history-field-quantity_milli = Quantity
history-field-discount_points = Discount
history-participant = Participant
history-opportunity_competitor = Competitor
history-field-role = Role
history-field-influence = Influence
history-field-attends = Attends the presentation
history-field-strengths = Strengths
history-field-weaknesses = Weaknesses

# the gate (N5)
fields-needed = Before “{ $title }” leaves { $stage }, fill in: { $fields }.
gate-warning = Not filled in on leaving { $stage }: { $fields }.
gate-asks = Asks first for: { $fields }.
gate-notices = Not filled in: { $fields }.
gate-final = A final stage is never left, so nothing can be asked before.
field-unknown = There is no field “{ $name }” that can be required.
severity-unknown = “{ $severity }” is not one of none, notify and stop.

## Files

file-attached = File “{ $name }” attached.
file-removed = File “{ $name }” removed.
file-unreadable = “{ $name }” cannot be read: { $reason }. Nothing was attached.
file-too-large = “{ $name }” is larger than { $most } MB. Nothing was attached.
file-changing = “{ $name }” was being changed while it was read. Nothing was attached. Try again.
file-damaged = “{ $name }” is damaged in the workspace: its checksum is not the one it was kept with. Nothing was written. Restore it from a backup.
file-unwritable = “{ $name }” cannot be written there: { $reason }.
history-attachment = File

## Feed

comment-added = Comment added.
comment-empty = Write something first.
notification-mention = { $who } mentions you: { $opportunity }
notification-mention-text = { $text }
history-feed_comment = Comment

# people and rights
right-administrator = Only an administrator changes this.
person-left = { $name } has left; the open work was handed over.
person-leaves = Somebody who has open work is let go with a successor.
person-self = You cannot let yourself go.
person-has-work = { $count ->
    [one] { $name } has { $count } open record. Choose who takes it over.
   *[other] { $name } has { $count } open records. Choose who takes them over.
}
administrator-last = The workspace needs at least one administrator.
report-circle = Nobody can report to themselves, directly or through others.
