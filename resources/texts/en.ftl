
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
check-damage = The file is damaged. SQLite says: { $detail }
check-dangling = Row { $row } of the table { $table } refers to a row of { $parent } that is not there.
check-unreadable = The file cannot be read as a workspace. SQLite says: { $detail }
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
setting-days-range = Enter a number of days from 0 to { $most }.
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
process-started-lead = { $process } is running on “{ $opportunity }”.
process-started-on-lead = { $process } is running on “{ $opportunity }”, { $tasks ->
    [0] no task was created
    [one] { $tasks } task was created
   *[other] { $tasks } tasks were created
}.
process-unknown = There is no process “{ $process }” in the library.
process-already-running = { $process } is running on this { $subject ->
    [lead] lead
   *[other] opportunity
} already.
process-failed = { $process } cannot go on: { $reason }. Nothing was changed.
process-failed-step = step “{ $step }”. { $reason }
version-other-process = This is a version of another process.
version-not-possible = The run cannot move to this version: { $reason }
incident-gone = This incident is mended already.
incident-mended = { $process } goes on.
run-moved = The run of { $process } goes on with the other version.
incident-not-a-service = Only the work of a service can be left out. Try it again, or change the data first.
opportunity-closed = The opportunity is closed ({ $stage }), so no process can be run on it.
lead-closed = The lead is closed ({ $stage }), so no process can be run on it.
opportunity-not-won = { $process } follows a win: it can be run on an opportunity that was won.
process-needs-won = { $process } follows a win: open an opportunity that was won, and run it there.
process-needs-record = { $process } runs on a record that is there: open the record, and run it there.
process-other-subject = { $process } is about { $subject ->
    [lead] leads
   *[other] opportunities
}; it cannot be run here.
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
task-completed-taken-up = Task completed: { $title }. The lead is taken up again.
task-completed-anew = Task completed: { $title }. { $created ->
    [one] { $created } new task was created.
   *[other] { $created } new tasks were created.
}
task-completed-moved = Task completed: { $title }. The opportunity moved to { $stage }.
task-completed-moved-lead = Task completed: { $title }. The lead moved to { $stage }.
task-completed-closed = Task completed: { $title }. The opportunity is closed: { $stage }.
task-completed-closed-lead = Task completed: { $title }. The lead is closed: { $stage }.
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
notification-record-handed-over = Yours now: { $title }
notification-record-handed-over-text = Handed over by { $who }{ $comment }
notification-work-handed-over = The work of { $from } is yours now
notification-work-handed-over-text = Handed over by { $who }{ $comment } · opportunities { $opportunity_count }, leads { $lead_count }, activities { $activity_count }, orders { $order_count }, accounts { $account_count }
calendar-exported = { $count ->
    [one] { $count } activity was written to { $path }.
   *[other] { $count } activities were written to { $path }.
}
calendar-unwritable = The calendar file { $path } cannot be written: { $reason }. What was there is left as it was.
notification-reminder = Reminder: { $task }
notification-reminder-text = { $start }{ $about }
reminder-one = Soon: “{ $title }”{ $about }, { $start }.
reminder-late = Not done yet: “{ $title }”{ $about }, { $start }.
reminder-many = { $count ->
    [one] { $count } reminder. See the notifications.
   *[other] { $count } reminders. See the notifications.
}
notification-page = { $hint }
notification-page-text = { $opportunity }
notification-won = Won: { $title }
notification-won-text = { $known ->
    [yes] { $owner } won { $number }, { $amount }.{ $more }
   *[no] { $owner } won { $number }.{ $more }
}
notification-lost = Lost: { $title }
notification-lost-text = { $known ->
    [yes] { $owner } lost { $number }, { $amount }.{ $more }
   *[no] { $owner } lost { $number }.{ $more }
}
notification-closed-reason = Reason: { $reason }.
notification-closed-competitor = Competitor: { $competitor }.
notification-closed-spent = Time spent: { $hours } h { $minutes } min.

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

consequence-moves = { $subject ->
    [lead] The lead
   *[other] The opportunity
} moves to { $stage }.
consequence-moves-with-task = { $subject ->
    [lead] The lead
   *[other] The opportunity
} moves to { $stage }; the task { $task } is created for { $start }.
consequence-closes = { $subject ->
    [lead] The lead
   *[other] The opportunity
} is closed: { $stage }.
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
    [one] When it is done too, the { $subject ->
        [lead] lead
       *[other] opportunity
    } moves to { $stage }.
   *[other] When they are done too, the { $subject ->
        [lead] lead
       *[other] opportunity
    } moves to { $stage }.
}
consequence-then-moves-with-task = { $count ->
    [one] When it is done too, the { $subject ->
        [lead] lead
       *[other] opportunity
    } moves to { $stage } and the task { $task } is created for { $start }.
   *[other] When they are done too, the { $subject ->
        [lead] lead
       *[other] opportunity
    } moves to { $stage } and the task { $task } is created for { $start }.
}
consequence-then-closes = { $count ->
    [one] When it is done too, the { $subject ->
        [lead] lead
       *[other] opportunity
    } is closed: { $stage }.
   *[other] When they are done too, the { $subject ->
        [lead] lead
       *[other] opportunity
    } is closed: { $stage }.
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
consequence-run-new = A new { $subject ->
    [lead] lead
   *[other] opportunity
} is created on { $stage }, with { $count ->
    [0] no tasks
    [one] { $count } task
   *[other] { $count } tasks
}.
consequence-run-on = The process starts on { $stage } and creates { $count ->
    [0] no tasks
    [one] { $count } task
   *[other] { $count } tasks
}.
consequence-sale = An opportunity is created on { $stage }, with { $count ->
    [0] no tasks
    [one] { $count } task
   *[other] { $count } tasks
}.
consequence-task-done = The task is done.
consequence-aside = The lead is put aside: the call “Return to the lead” is planned for { $at }, and the process goes on then.
consequence-begins = The process “{ $process }” begins.
consequence-satisfies = The lead is satisfied.
consequence-taken-up = The lead is taken up again.
consequence-given-to = The lead goes to { $name }.
consequence-waits = No task of the process is open then; it goes on by itself on { $at }.
consequence-run-ends = The process ends.

why-task-made = The step “{ $step }” of the process { $process } made this task, { $at }.
why-task-by-result = It followed from the result “{ $result }” of “{ $task }”, recorded by { $who }, { $at }.
why-task-by-stage = It followed from the choice of the stage { $stage } by { $who }, { $at }.
why-task-by-start = It followed from the start of the process by { $who }, { $at }.
why-task-by-begin = It followed from the start of the process by the event “{ $event }”: { $who }, { $at }.
why-task-by-page = It followed from the page that { $who } saved, { $at }.
why-task-by-timer = It followed from the time of “{ $event }”, { $at }.
why-task-by-signal = It followed from the signal “{ $name }” of another run, { $at }.
why-task-by-message = It followed from the message “{ $name }” of another run, { $at }.
why-task-by-change = It followed from data of the run that { $who } changed, { $at }.
why-task-by-migrate = It followed from the move to another version of the process by { $who }, { $at }.
why-task-by-hand = { $who } made this task by hand, { $at }.
why-task-done = { $who } completed it with the result “{ $result }”, { $at }.
why-task-cancelled = It was cancelled by the action of { $who }, { $at }.
why-stage-since = “{ $title }” stands on { $stage } since { $at }.
why-process-runs = { $process } runs on it, started by { $who }, { $at }.
why-process-none = No process runs on it.
why-program = the program
why-time = the time
why-by-time = The time led to it, { $at }.
why-by-import = { $who } imported it, { $at }.
why-by-action = The action of { $who } led to it, { $at }: { $what }
why-by-unnamed = The action of { $who } led to it, { $at }.
why-task-by-error = It followed from an error that a step threw, { $at }.
why-task-by-select = { $who } chose it, { $at }.
why-task-by-cancel = It followed from the cancelling of the run by { $who }, { $at }.
why-task-by-signal-of = It followed from the signal “{ $name }” of another run of { $process }, { $at }.
why-task-by-signal-from = It followed from the signal “{ $name }” that { $process } sent on “{ $record }”, { $at }.
why-task-by-message-of = It followed from the message “{ $name }” of another run of { $process }, { $at }.
why-task-by-message-from = It followed from the message “{ $name }” that { $process } sent on “{ $record }”, { $at }.
why-run-moved = Since then { $who } has moved the run to version { $version }, { $at }.
why-cancelled = It was cancelled, { $at }.
why-incident = The step “{ $step }” of { $process } could not be taken, { $at }.
why-told-task = You are told because the task is yours.
why-told-other = You are told because you are responsible for it or were asked.
why-show-step = Show in the process
why-show-process = Show in the process: { $process }
why-open = Open

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
history-field-category = Category
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
right-manager = Only managers and administrators change this.
right-inactive = You do not work here any more: nothing can be changed.
right-owner = This belongs to { $owner }: { $owner }, their managers and administrators change it.
right-give = You give your own records to anybody, but those of your team only within the team. { $owner } is not in it.
record-not-visible = You do not see this record: it belongs to somebody else. Ask your manager or an administrator.
record-read-only = You can look at this: it belongs to { $owner }. Ask { $owner } to change it.
record-read-only-manager = You can look at this: it belongs to { $owner }. Ask { $owner } or { $manager } to change it.
record-handed = “{ $title }” belongs to { $name } now.
work-handed = { $count ->
    [one] { $count } record of { $from } belongs to { $name } now.
   *[other] { $count } records of { $from } belong to { $name } now.
}
work-none = { $name } has no open work.
owner-already = It belongs to { $owner } already.
right-work = You hand over your own work and that of your team. { $name } is not in it.
person-left = { $name } has left; the open work was handed over.
person-leaves = Somebody who has open work is let go with a successor.
person-self = You cannot let yourself go.
person-has-work = { $count ->
    [one] { $name } has { $count } open record. Choose who takes it over.
   *[other] { $name } has { $count } open records. Choose who takes them over.
}
administrator-last = The workspace needs at least one administrator.
report-circle = Nobody can report to themselves, directly or through others.

# The knowledge base
article-created = The article “{ $title }” was created.
article-removed = The article “{ $title }” was taken out of the knowledge base.
article-copied = “{ $name }” was attached to the opportunity.
article-empty = “{ $title }” has no text yet that could be copied.
article-too-large = This text is too large with its pictures: at most { $most } MB.
history-field-body = Text
history-field-language = Language
history-kind-article = Article
history-kind-presentation = Presentation
history-kind-template = Template
article-kind-unknown = There is no such kind of article.
article-kind-article = Article
article-kind-presentation = Presentation
article-kind-template = Template
article-language-en = English
article-language-ru = Russian
article-fits = fits: { $what }
fits-need = need
fits-sector = industry
fits-product = products
fits-tag = tags
language-unknown = There is no such language.
copy-not-editable = “{ $name }” is no copy of an article whose text can be edited here.

## Records that may be the same

plain-value = { $value }
suspect-mail = same e-mail address
suspect-phone = same phone number
suspect-name = same name
suspect-person = same person
suspect-title = same title
suspect-site = same website
suspect-alike = similar name
suspect-name-contact = same name
suspect-alike-contact = similar name
merge-nothing = Choose at least two different records.
merge-choice = This field cannot be merged like that.
merge-unused = nothing refers to it
merge-opportunities = { $count ->
    [one] { $count } opportunity
   *[other] { $count } opportunities
}
merge-contacts = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
}
merge-activities = { $count ->
    [one] { $count } activity
   *[other] { $count } activities
}
merge-orders = { $count ->
    [one] { $count } order
   *[other] { $count } orders
}
records-merged = { $count ->
    [one] One record was merged into “{ $name }”.
   *[other] { $count } records were merged into “{ $name }”.
}
records-told-apart = { $count ->
    [2] These two are different. They are not suggested again.
   *[other] These { $count } are different. They are not suggested again.
}
history-merged_record = Merged into this one
history-sales_order_line = Product
history-order_payment = Payment
history-field-due_on = Due on
history-field-share_points = Share
history-field-paid_on = Paid on
history-field-note = Note
history-field-series = Series
history-field-code = Code
history-field-unit = Unit
history-field-active = Offered
history-field-nurture_until = Put aside until
history-field-nurture_reason = Put aside because
history-field-disqualification_reason = Reason of disqualification
history-field-disqualification_comment = Comment on the disqualification

## Documents and approvals (R19)

document-kind-proposal = Proposal
document-kind-contract = Contract
document-state-draft = Draft
document-state-approval = In approval
document-state-approved = Approved
document-state-returned = Returned for rework
document-state-sent = Sent
document-state-commented = Commented
approval-state-waiting = Waiting
approval-state-approved = Approved
approval-state-returned = Returned for rework
approval-state-withdrawn = Withdrawn
document-column-name = Product
document-column-quantity = Quantity
document-column-price = Price
document-column-discount = Discount
document-column-sum = Total
document-total = Total
document-before-discount = Before discount

document-created = { $kind ->
    [contract] The contract { $number } was made.
   *[other] The proposal { $number } was made.
}
document-saved = { $number } was saved.
document-version-made = { $number }: version { $version } was made, the one before is kept.
document-removed = { $number } was removed.
approval-asked = { $number } was given for approval.
approval-withdrawn = The request to approve { $number } was withdrawn.
document-approved = { $number } was approved.
document-approved-task = { $number } was approved, and with it its task in the process.
document-approved-moved = { $number } was approved. The opportunity moved to { $stage }.
document-approved-only = { $number } was approved. Its task in the process is not open now, so nothing else was changed.
document-returned = { $number } was returned for rework.
document-returned-task = { $number } was returned for rework. Its task was created anew.
document-returned-moved = { $number } was returned for rework. The opportunity moved to { $stage }.
document-returned-only = { $number } was returned for rework. Its task in the process is not open now, so nothing else was changed.
document-sent = { $filed ->
    [yes] { $number } is noted as sent. Its PDF is among the files of the opportunity.
   *[other] { $number } is noted as sent.
}
document-commented = What the customer said of { $number } was noted.
template-created = The template “{ $name }” was created.
template-removed = The template “{ $name }” was deleted.

document-too-long = This text is too long.
document-in-approval = { $number } is in approval. Withdraw the request before you change it.
document-approved-already = { $number } is approved already. Change it first.
document-not-approved = { $number } is not approved yet. It goes to the customer after its approval.
document-sent-already = { $number } was sent on { $day }. Change it to make a new version.
document-not-sent = { $number } was not sent yet.
document-not-draft = { $number } was given to somebody already, so it is kept.
document-unfilled = Not filled in: { $names }. Fill it in, or send the document as it is.
document-comment-early = The document was sent on { $day }. Choose that day or a later one.
date-not-ahead = Choose today or a day that is past.
approver-missing = Choose who approves.
approval-not-asked = Nobody is asked to approve { $number } now.
approval-not-yours = { $name } decides about this document.
return-needs-comment = Say what is to be changed.
template-shipped = “{ $name }” comes with the program. Switch it off instead.
template-used = Documents were made of “{ $name }”. Switch it off instead.

consequence-document = Only the document changes.
consequence-document-only = The task in the process is not open now: only the document changes.
consequence-document-approved = Completes the task “{ $task }” with “Approved”.
consequence-document-returned = Completes the task “{ $task }” with “Returned for rework”.

notification-approval-asked = { $kind ->
    [contract] The contract { $number } waits for your approval
   *[other] The proposal { $number } waits for your approval
}
notification-approval-asked-text = { $who } asks you, { $opportunity }{ $dated ->
    [yes] , by { $due }
   *[other] { "" }
}{ $comment ->
    [none] { "" }
   *[other] . { $comment }
}
notification-approval-given = { $who } approved { $number }
notification-approval-given-text = { $opportunity }{ $comment ->
    [none] { "" }
   *[other] . { $comment }
}
notification-approval-returned = { $who } returned { $number } for rework
notification-approval-returned-text = { $opportunity }{ $comment ->
    [none] { "" }
   *[other] . { $comment }
}
notification-approval-withdrawn = { $number } needs no approval any more
notification-approval-withdrawn-text = { $who } withdrew the request, { $opportunity }
notification-approval-due = { $number } waits for your approval
notification-approval-due-text = { $opportunity }, the answer is due { $due }
approval-reminder-one = { $number } waits for your approval, due { $due }.
approval-reminder-many = { $count ->
    [one] { $count } document waits for your approval.
   *[other] { $count } documents wait for your approval.
}

why-document-made = { $who } made it of the template “{ $template }”, { $at }.
why-document-made-alone = { $who } made it, { $at }.
why-document-version = { $who } made version { $version }, { $at }.
why-document-asked = { $who } asked { $approver } to approve version { $version }, { $at }.
why-document-approved = { $approver } approved version { $version }, { $at }.
why-document-returned = { $approver } returned version { $version } for rework, { $at }: { $comment }
why-document-withdrawn = The request to { $approver } was withdrawn, { $at }.
why-document-sent = It went to the customer on { $day }.
why-document-commented = The customer answered on { $day }.

placeholder-today = Today’s date
placeholder-document-number = Number of the document
placeholder-company-name = Our company
placeholder-customer-name = Customer
placeholder-customer-address = Customer’s address
placeholder-customer-phone = Customer’s phone
placeholder-customer-email = Customer’s e-mail
placeholder-contact-name = Contact
placeholder-contact-position = Contact’s position
placeholder-decision-maker-name = Decision maker
placeholder-decision-maker-role = Decision maker’s role
placeholder-opportunity-title = Title of the opportunity
placeholder-opportunity-number = Number of the opportunity
placeholder-opportunity-amount = Amount
placeholder-opportunity-need = Need
placeholder-opportunity-need-text = Need in the customer’s words
placeholder-opportunity-expected-close = Expected closing
placeholder-products = Table of products
placeholder-products-total = Total of the products
placeholder-participants = List of participants
placeholder-owner-name = Owner
placeholder-owner-email = Owner’s e-mail

## Lists: conditions, views, tags, changing many records, deleting

list-field-title = Title
list-field-name = Name
list-field-contact-name = Name
list-field-account = Customer
list-field-customer = Customer
list-field-stage = Stage
list-field-amount = Amount
list-field-income = Actual income
list-field-worth = Income or amount
list-field-owner = Owner
list-field-next_step = Next step
list-field-expected_close = Closes
list-field-probability = Probability
list-field-need = Need
list-field-category = Category
list-field-source = Source
list-field-budget = Budget
list-field-budget_confirmed = Budget confirmed
list-field-decision_date = Decision date
list-field-created_at = Created
list-field-stage_since = On the stage since
list-field-closed_at = Closed
list-field-closing_reason = Reason of closing
list-field-competitor = Competitor
list-field-contact = Contact
list-field-number = Number
list-field-tags = Tags
list-field-email = E-mail
list-field-phone = Phone
list-field-kind = Kind
list-field-status = Status
list-field-due_at = Due
list-field-start_at = Start
list-field-opportunity = Opportunity
list-field-lead = Lead
list-field-by_process = Made by a process
list-field-done_at = Done
list-field-spent_minutes = Minutes spent
list-field-sector = Industry
list-field-opportunities = Open opportunities
list-field-address = Address
list-field-website = Website
list-field-employees = Employees
list-field-revenue = Revenue
list-field-job_title = Position
list-field-code = Code
list-field-series = Series
list-field-price = List price
list-field-offered = Offered
list-field-unit = Unit
list-field-ordered_on = Date
list-field-total = Total
list-field-changed_at = Changed
list-choice-article = Article
list-choice-presentation = Presentation
list-choice-template = Template
view-presentations = Presentations
list-choice-overdue = Overdue
list-choice-today = Due today
list-choice-ahead = Ahead
list-choice-missing = Missing
list-choice-unplanned = Not planned yet
list-choice-task = Task
list-choice-call = Call
list-choice-meeting = Meeting
list-choice-planned = Planned
list-choice-done = Done
list-choice-cancelled = Cancelled
view-my-open-opportunities = My open opportunities
view-overdue-next-step = Overdue next step
view-closing-this-month = Closing this month
view-my-open-leads = My open leads
view-new-this-week = New this week
view-my-open-activities = My open activities
view-due-this-week = Due this week
view-my-accounts = My accounts
view-contacts-without-mail = Without an e-mail
view-offered-products = Offered products
view-my-orders = My orders
view-orders-this-month = Orders of this month
needed-by-opportunity = { $count ->
    [one] { $count } opportunity
   *[other] { $count } opportunities
}
needed-by-lead = { $count ->
    [one] { $count } lead
   *[other] { $count } leads
}
needed-by-contact = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
}
needed-by-sales_order = { $count ->
    [one] { $count } order
   *[other] { $count } orders
}
needed-by-account = { $count ->
    [one] { $count } account below it
   *[other] { $count } accounts below it
}
needed-by-participant = { $count ->
    [one] { $count } place among the participants of a sale
   *[other] { $count } places among the participants of sales
}
needed-by-opportunity_line = { $count ->
    [one] { $count } line of an opportunity
   *[other] { $count } lines of opportunities
}
needed-by-sales_order_line = { $count ->
    [one] { $count } line of an order
   *[other] { $count } lines of orders
}
needed-by-activity = { $count ->
    [one] { $count } activity
   *[other] { $count } activities
}
needed-by-document = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
needed-by-other = { $count ->
    [one] { $count } other record
   *[other] { $count } other records
}
condition-field-unknown = This list has no field “{ $name }”. Remove the condition.
condition-operator-unknown = This field cannot be compared that way ({ $operator }). Remove the condition.
condition-value-wrong = The condition lacks a value that fits the field. Enter one or remove the condition.
tag-missing = Enter a tag.
tag-comma = A tag cannot contain a comma.
tags-saved = The tags of “{ $name }” were changed.
view-saved = The view “{ $name }” was saved.
view-deleted = The view “{ $name }” was deleted.
view-exists = There is a view “{ $name }” already. Choose another name.
view-not-yours = Only { $owner } or an administrator may change this view. Save it under another name for yourself.
record-deleted = “{ $name }” was deleted.
delete-needed = “{ $name }” is needed by others: { $needed }. Delete or change these first.
delete-task-of-process = This task belongs to the process: choose a result, or change the stage.
delete-task-done-of-process = This task is part of the process’s history and stays with its opportunity.
bulk-nothing = Nothing is selected.
bulk-too-many = At most { $most } records can be changed at once. Select fewer.
bulk-change-unknown = This list does not offer that change ({ $change }).
bulk-cancelled = Cancelled. Nothing was changed.
bulk-row = “{ $name }” cannot be changed: { $reason } Nothing was changed.
bulk-owner-already = { $owner } is the owner already.
bulk-due-already = It is due on that day already.
bulk-fields-needed = Before it leaves its stage, these must be filled in: { $fields }.
bulk-follows-income = Actual income and hours are taken from each opportunity’s amount and tasks; correct them on its page.
bulk-done-owner = { $count ->
    [one] { $count } record has a new owner.
   *[other] { $count } records have a new owner.
}
bulk-done-stage-to = { $count ->
    [one] { $count } record moved to { $stage }.
   *[other] { $count } records moved to { $stage }.
}
bulk-done-stage = { $count ->
    [one] { $count } record moved to the stage.
   *[other] { $count } records moved to the stage.
}
bulk-done-due = { $count ->
    [one] { $count } activity was put off.
   *[other] { $count } activities were put off.
}
bulk-done-tags = { $count ->
    [one] The tags of { $count } record were changed.
   *[other] The tags of { $count } records were changed.
}
bulk-done-delete = { $count ->
    [one] { $count } record was deleted.
   *[other] { $count } records were deleted.
}
bulk-follows-cancels = { $count ->
    [one] Cancels { $count } task.
   *[other] Cancels { $count } tasks.
}
bulk-follows-keeps = { $count ->
    [one] Keeps { $count } activity that was made by hand.
   *[other] Keeps { $count } activities that were made by hand.
}
bulk-follows-creates = { $count ->
    [one] Creates { $count } task.
   *[other] Creates { $count } tasks.
}
bulk-follows-ends = { $count ->
    [one] Ends { $count } process.
   *[other] Ends { $count } processes.
}
bulk-follows-closes = { $count ->
    [one] Closes { $count } opportunity for good: a final stage cannot be left.
   *[other] Closes { $count } opportunities for good: a final stage cannot be left.
}
bulk-follows-sales = { $count ->
    [one] Creates { $count } opportunity and runs the sales process on it.
   *[other] Creates { $count } opportunities and runs the sales process on them.
}
bulk-follows-handed = { $count ->
    [one] Hands over { $count } open task with a message to the new owner.
   *[other] Hands over { $count } open tasks with a message to the new owner.
}
bulk-follows-activities = { $count ->
    [one] { $count } activity goes along.
   *[other] { $count } activities go along.
}
bulk-follows-runs = { $count ->
    [one] { $count } running process ends with its opportunity.
   *[other] { $count } running processes end with their opportunities.
}

## Leads: who gets them, when they come back, why they end

lead-none = Choose at least one lead.
lead-nobody = There is nobody in the team who could get the lead.
lead-assigned = “{ $title }” is { $name }’s now.
lead-assigned-least = “{ $title }” is { $name }’s now, who had the least to do in the team: { $leads ->
    [one] { $leads } open lead
   *[other] { $leads } open leads
}, { $opportunities ->
    [one] { $opportunities } open opportunity
   *[other] { $opportunities } open opportunities
}, { $activities ->
    [one] { $activities } planned activity
   *[other] { $activities } planned activities
}.
leads-assigned = { $count ->
    [one] { $count } lead was given to { $name }.
   *[other] { $count } leads were given to { $name }.
}
lead-handed-off = “{ $title }” was handed off to { $name }, who has a task to take it over.
lead-put-aside = “{ $title }” is put aside until { $until }. A call brings it back then.
lead-taken-up = “{ $title }” is taken up again.
lead-not-aside = This lead is not put aside.
nurture-day = Choose a day that lies ahead.
nurture-reason = Write down why the lead has to wait.
reason-missing = Choose a reason.
notification-lead-assigned = A lead is yours now: { $lead }
notification-lead-assigned-text = { $who }{ $comment }
notification-lead-handed-off = A lead was handed off to you: { $lead }
notification-lead-handed-off-text = { $who }{ $comment }

# Import and export of tables

table-subject-unknown = Nothing can be imported as “{ $subject }”.
table-unreadable = { $file } cannot be read: { $reason }. Nothing was changed. Check that the file is there and that you may read it.
table-too-large = { $file } is larger than { $most } MB. Nothing was changed. Split it into several files.
table-empty = { $file } is empty. Nothing was changed. Choose a file with a line of headings and rows below it.
table-no-rows = { $file } has headings but no rows below them. Nothing was changed. Check the sheet and the line of the headings.
table-too-many-rows = { $file } has more than { $most } rows. Nothing was changed. Split it into several files.
table-too-many-columns = { $file } has more than { $most } columns. Nothing was changed. Check the delimiter, or delete columns that are not needed.
table-cell-too-long = { $file }, line { $line }: a cell is longer than a million characters. Nothing was changed. Probably a quotation mark is not closed there.
table-encoding = { $file }, line { $line }: this is not text in { $encoding }. Nothing was changed. Choose another encoding.
table-csv = { $file }, line { $line }: the quotation marks do not fit together ({ $reason }). Nothing was changed. Correct that line, or choose another delimiter.
table-password = { $file } is protected by a password. Nothing was changed. Save it without a password and choose it again.
table-old-format = { $file } is a workbook of the old format (.xls). Nothing was changed. Save it as .xlsx or CSV and choose it again.
table-damaged = { $file } is damaged, or it is no workbook. Nothing was changed. Open it in its own program and save it anew as .xlsx.
table-bomb = { $file } would become larger than { $most } MB when unpacked. Nothing was changed. Save the rows that are needed as CSV.
table-sheet-missing = { $file } has no sheet “{ $sheet }”. Nothing was changed. It has: { $sheets }
table-changed = { $file } has changed since it was looked at. Nothing was imported. Choose it again.
table-nothing-mapped = No column is used. Say for at least one column which field it is.
table-field-unknown = There is no field or column “{ $name }”.
table-match-incomplete = The fields by which records are known again are not all in the table.
table-has-errors = { $rows ->
    [one] { $rows } row cannot be taken. Nothing was imported. Correct it, or say that rows with errors are left out.
   *[other] { $rows } rows cannot be taken. Nothing was imported. Correct them, or say that rows with errors are left out.
}
table-unwritable = { $file } cannot be written: { $reason }. The file that was there is as it was. Choose another place.
table-note-nul = Zero characters were left out of the text.
table-note-overflows = { $rows ->
    [one] { $rows } row has more cells than there are headings.
   *[other] { $rows } rows have more cells than there are headings.
}
table-imported = Imported: { $created ->
    [one] { $created } new record
   *[other] { $created } new records
}, { $updated } updated{ $failed ->
    [0] {""}
    [one] , { $failed } row left out
   *[other] , { $failed } rows left out
}.
mapping-saved = The mapping “{ $name }” is kept for everyone.
mapping-removed = The mapping “{ $name }” was deleted.
export-cancelled = The export was cancelled. No file was written.

table-kind-task = Task
table-kind-call = Call
table-kind-meeting = Meeting
table-yes = yes
table-no = no
table-outcome-created = will be created
table-outcome-updated = will be updated
table-outcome-unchanged = is the same already
table-outcome-skipped = is left out
table-outcome-error = error
table-report-title = Report
table-report-line = Line
table-report-outcome = What becomes of it
table-report-record = Record
table-report-column = Column
table-report-before = Before
table-report-value = Value
table-report-explanation = Explanation
table-report-mend = How to mend it
table-note-there = The record is there already.
table-note-not-there = There is no such record, and none is to be created.
table-note-not-closed = Columns about the closing were not used: this row does not close the sale.

table-why-number = This is not a number.
table-mend-number = Write figures only, for example 1200.
table-why-whole = This is not a whole number.
table-mend-whole = Leave the digits behind the point out.
table-why-amount = This is not an amount.
table-mend-amount = Write a number, with the currency if you like: 1234.50 EUR.
table-why-amount-digits = The amount has more digits behind the point than { $currency } has.
table-mend-amount-digits = Round it.
table-why-currency-missing = It is not said which currency this is.
table-mend-currency-missing = Choose a currency for amounts without one, or add a column with it.
table-why-currency = This is not a currency.
table-mend-currency = Write the code of three letters, for example EUR.
table-why-flag = This is neither yes nor no.
table-mend-flag = Write yes or no.
table-why-minutes = This is not a length of time.
table-mend-minutes = Write minutes or hours and minutes: 90 or 1:30.
table-why-date = This is not a date.
table-mend-date = Write it as 2026-11-26 or 26.11.2026.
table-why-moment = This is not a date with a time.
table-mend-moment = Write it as 2026-11-26 14:00 or 26.11.2026 14:00.
table-why-value = This value is not in the lookup.
table-mend-value = Possible is: { $known }
table-why-person = Nobody of this name or address works here.
table-mend-person = Write the name as under Settings, People, or let an administrator add the person.
table-why-reference = There is no such record.
table-mend-reference = Write its name or number as it is in the program, or import it first.
table-why-reference-create = There is no such record.
table-mend-reference-create = Correct the name, import it first, or say that what is missing is created.
table-why-ambiguous = { $count } records are called so.
table-mend-ambiguous = Write the number, the e-mail address or the external key instead of the name.
table-why-overflows = The row has more cells than there are headings.
table-mend-overflows = Put a text that contains the delimiter into quotation marks.
table-why-required = A field that must be there is empty.
table-mend-required = Fill the cell, or choose the column for it.
table-why-several-match = { $count } records are known by this.
table-mend-several-match = Choose another way to know records again, or merge the records first.
table-why-repeated = Line { $line } is the same record already.
table-mend-repeated = Delete one of the two lines.
table-why-key-taken = Another record has this external key already.
table-mend-key-taken = Know records again by the external key, or correct it.
table-why-needs-closing = Closing the sale asks for more than the row says.
table-mend-needs-closing = Add columns with the income and, for a lost sale, the reason of closing.
table-why-needs-reason = A lead is disqualified with a reason.
table-mend-needs-reason = Disqualify it on its page, or leave the stage out.
table-why-closed-without-date = A closed sale needs the day on which it was closed.
table-mend-closed-without-date = Fill it in, or choose the column for “Closed on”.
table-why-closed-before-begun = The sale was closed before it began.
table-mend-closed-before-begun = Correct one of the two dates.
table-why-won-without-income = A won sale needs its income.
table-mend-won-without-income = Fill it in, or choose the column for “Actual income”.
table-why-lost-without-reason = A lost sale needs its reason.
table-mend-lost-without-reason = Fill it in, or choose the column for “Reason of closing”.
table-mend-refused = Correct the row, or change the record in the program first.

## Business cards (vCard)

vcard-none = There is no business card (vCard) in this.
vcard-nothing = Nothing was chosen, so nothing was added.
vcard-too-many = These are more than { $most } business cards. Take fewer at a time.
vcard-too-large = A file of business cards may have at most { $most } MB.
vcard-unreadable = { $name } cannot be read: { $reason }.
cards-taken = { $added ->
    [0] No contact was added
    [one] { $added } contact was added
   *[other] { $added } contacts were added
}{ $changed ->
    [0] {""}
    [one] , { $changed } was completed
   *[other] , { $changed } were completed
}{ $accounts ->
    [0] .
    [one] , with { $accounts } new account.
   *[other] , with { $accounts } new accounts.
}
list-field-nurture_until = Put aside until
list-field-disqualification_reason = Reason of disqualification
history-document = Document
history-field-state = State
history-field-sent_on = Sent on
history-field-commented_on = Comments on

## Process log and incidents

log-run-running = running
log-run-done = done
log-run-cancelled = cancelled
log-run-incident = incident
log-step-running = running
log-step-open = open
log-step-done = done
log-step-cancelled = cancelled
log-step-incident = incident
log-incident-retried = incident, tried again
log-incident-skipped = incident, left out
log-incident-changed = incident, data changed
log-incident-passed = incident, passed
log-incident-cancelled = incident, run cancelled
log-incident-ended = incident, run ended
incident-step = a step of it
incident-passed = The run has gone on meanwhile: nothing was left to try again.
incident-value = The value “{ $name }” is missing.
incident-expression = A condition or a calculation cannot be worked out with the data of the run.
incident-no-flow = No way leads on: none of the conditions is true.
incident-loop = The number of repetitions cannot be worked out with the data of the run.
incident-circle = The process goes round in a circle.
incident-stuck = The paths of the process wait for each other.
incident-closing = It would close the record, and only a person can confirm that.
incident-service = The work of a service failed.
incident-too-many = It would set more than { $most } runs in motion.
incident-not-begun = The process “{ $process }” could not begin by it: { $reason }
incident-other = The step could not be taken.
incident-advice-data = Give the value under “Change data”; the step is then tried again.
incident-advice-service = Try again, or leave the work of the service out.
incident-advice-closing = Choose the final stage yourself, or try again.
incident-advice-again = Mend the cause, then try again. An administrator can help.
incident-technical = { $class } at { $element }: { $message }
notification-incident = { $process } cannot go on
notification-incident-text = { $record } · step “{ $step }”: { $reason } { $advice }
change-value-unknown = “{ $name }” is no name of a value: letters, digits and underscores.
change-value-not-understood = “{ $value }” is not understood. Write a number, true or false, a list, or a text.
change-nothing = No value was changed.
run-ended-already = This run has ended already.
run-cancelled = The run of { $process } on “{ $record }” is cancelled.
run-cancelled-alone = The run of { $process } is cancelled.
run-cancel-stays = “{ $record }” stays in { $stage }.
run-cancel-tasks = { $count ->
    [0] no task is cancelled
    [one] cancels { $count } task
   *[other] cancels { $count } tasks
}
log-cleaned = { $count ->
    [one] { $count } entry of the process log was removed.
   *[other] { $count } entries of the process log were removed.
}

## The process library

process-subject-opportunity = Opportunities
process-subject-lead = Leads
step-kind-task = Task
step-kind-call-task = Call
step-kind-meeting-task = Meeting
step-kind-program = Done by the program
step-kind-send = Message sent
step-kind-receive = Waits for a message
step-kind-part = Part of the process
step-kind-stage = Stage
step-kind-call = Another process
step-kind-start = Beginning
step-kind-end = End
step-kind-border = Event on a border
step-kind-waits = Waits
step-kind-throws = Event
step-kind-decision = Decision
step-kind-parallel = All ways at once
step-kind-events = Whichever comes first
step-who = Who gets it
step-who-opportunity = The owner of the opportunity
step-who-opportunity-manager = Whom the owner of the opportunity reports to
step-who-lead = The owner of the lead
step-who-lead-manager = Whom the owner of the lead reports to
step-due = When it is due
step-due-after = { $due } after it begins, within working hours
step-due-agreed = At the time that was agreed, if one was; otherwise { $due } after it begins, within working hours
step-takes = How long it takes in the schedule
step-help = What helps
step-knowledge-article = Offers the articles of the knowledge base that fit
step-knowledge-presentation = Offers the presentations of the knowledge base that fit
step-knowledge-template = Offers the templates of the knowledge base that fit
step-document-proposal = Shows the newest proposal, or begins one
step-document-contract = Shows the newest contract, or begins one
step-program = What the program does
step-sets-stage = Puts the record on the stage { $stage }
step-page = Opens the page of the record with the hint: { $hint }
step-page-waits = Opens the page of the record with the hint: { $hint } Goes on once it is saved
step-calls = Runs the process “{ $process }” and waits for its end
step-handler-register_opportunity = Creates the opportunity, unless the run was started on one
step-handler-register_lead = Creates the lead, unless the run was started on one
step-handler-list_participants = Looks who takes part in the sale
step-handler-distribute_lead = Gives the lead to whoever of the team has the least to do
step-handler-start_sale = Starts the sale of the lead, where the settings say so
step-handler-start_sale_now = Starts the sale of the lead
step-handler-put_lead_aside = Puts the lead aside until the day that was named
step-handler-take_lead_up = Takes the lead up again
step-event = What happens
step-event-message = The message “{ $name }”
step-event-signal = The signal “{ $name }”
step-event-timer = A time that comes
step-event-error = The error “{ $name }”
step-event-escalation = The escalation “{ $name }”
step-event-conditional = A condition that becomes true
step-event-compensate = What was done is undone
step-event-cancel = The transaction is cancelled
step-event-terminate = Everything in the process ends
step-event-link = Goes on at “{ $name }”
step-where = Where
step-interrupts = On the border of “{ $step }”, which it ends
step-beside = On the border of “{ $step }”, which goes on
step-asks-when = Asks: { $what }
step-asks-moment = Asks for date and time
step-asks-reason = Asks for the reason
step-otherwise = otherwise
step-nameless = a step without a name
step-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
step-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
step-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
leads-again = a new task “{ $task }”
leads-tasks = { $count ->
    [one] the task { $tasks }
   *[other] the tasks { $tasks }
}
leads-sale = the sale begins
leads-waits = the process waits: { $events }
leads-ends = the process ends
leads-nothing = nothing follows by itself
leads-unknown = depends on the data of the run
leads-when-others = { $what }, when the other tasks are done
flaw-no-process = the file has no process
flaw-no-process-mend = Draw one, and mark it as executable.
flaw-not-executable = the process is not marked as executable
flaw-not-executable-mend = Set isExecutable to true.
flaw-several-processes = several processes could be the one that is run: { $names }
flaw-several-processes-mend = Leave one of them executable, or let it call the others.
flaw-calls-in-circle = every process of the file is called by another one of it
flaw-calls-in-circle-mend = Leave one process that no other one calls.
flaw-nobody-does = nobody here carries out a { $tag }
flaw-nobody-does-mend = Name a handler with dw:service, or make it a userTask.
flaw-correlated = messages find their run here by the record, and not by correlation keys
flaw-correlated-mend = Take the correlation keys out: a message reaches the run on the same record that waits for it.
flaw-unknown-call = it calls “{ $called }”, which is neither in this file nor run in the library
flaw-unknown-call-mend = Import that process first, or correct calledElement.
flaw-nobody-chooses = nobody could choose here what is done in an ad-hoc sub-process
flaw-nobody-chooses-mend = Make it a sub-process.
flaw-nobody-begins = a process begins here by a person, a message or a signal, not by a time or a condition
flaw-nobody-begins-mend = Add a start event without a trigger.
flaw-newer = the file says something for a newer program ({ $namespace })
flaw-newer-mend = Install the newer version of Dealwright, or remove what it says.
flaw-unknown-element = the element dw:{ $tag } is not known to this version of the program
flaw-unknown-element-mend = Correct the name, remove it, or install a newer version.
flaw-unknown-attribute = the element dw:{ $tag } has no attribute { $name } in this version of the program
flaw-unknown-attribute-mend = Correct the name, remove it, or install a newer version.
flaw-wrong-value = the attribute { $name } of dw:{ $tag } cannot be “{ $value }”
flaw-wrong-value-mend = Use one of: { $choices }.
flaw-missing-attribute = the element dw:{ $tag } does not say its { $name }
flaw-missing-attribute-mend = Add the attribute { $name }.
flaw-misplaced = the element dw:{ $tag } stands on an element that nobody works on
flaw-misplaced-mend = Put it on a userTask, or remove it.
flaw-wrong-minutes = the attribute durationMinutes cannot be “{ $value }”
flaw-wrong-minutes-mend = Write a whole number of minutes from 1 to { $most }.
flaw-wrong-due = the attribute due cannot be “{ $value }”
flaw-wrong-due-mend = Write days, hours and minutes, such as P3D, PT4H or P1DT30M.
flaw-unknown-owner = nobody is known as “{ $owner }”
flaw-unknown-owner-mend = Use one of: { $choices }.
flaw-result-twice = two results have the code “{ $result }”
flaw-result-twice-mend = Give each result a code of its own.
flaw-no-results = the task has no result, so nobody could complete it
flaw-no-results-mend = Add a dw:result, or leave dw:task out: the task is then completed with “Done”.
flaw-when-lost = the result “{ $result }” asks for date and time, and nothing keeps the answer
flaw-when-lost-mend = Add whenVariable.
flaw-unknown-stage = the lookup has no stage “{ $stage }”
flaw-unknown-stage-mend = Use one of: { $choices }; or add the stage in the settings.
flaw-unknown-handler = the program has no handler “{ $handler }”
flaw-unknown-handler-mend = Use one of: { $choices }.
flaw-handler-of-other = the handler “{ $handler }” does not work in a process about “{ $subject }”
flaw-handler-of-other-mend = Use another handler, or correct the subject of the process.
flaw-other = the file cannot be run here: { $reason }
flaw-other-mend = Correct it in a modeller and import it again.
change-added = added
change-removed = removed
change-kind = was a { $old }, is a { $new } now
change-name = called “{ $new }” now, “{ $old }” before
change-text = the description
change-place = stands in another part of the process
change-flow = leads from “{ $source }” to “{ $target }” now
change-condition = the condition is { $new } now, { $old } before
change-default = another way is taken where no condition holds
change-task-owner = goes to { $new } now, to { $old } before
change-task-due = due after { $new } now, { $old } before
change-task-durationMinutes = takes { $new } minutes now, { $old } before
change-task-kind = the kind is { $new } now, { $old } before
change-task = what is said of the task
change-result-added = the result “{ $result }” is new
change-result-removed = the result “{ $result }” is gone
change-result = the result “{ $result }” is another
change-stage = the stage is { $new } now
change-handler = the program does { $new } now
change-guide = the guide of the stage
change-page = the page that it opens
change-rest = details that only the file shows
process-deployed = { $process }, version { $version }, is in the library. New runs use it.
process-activated = { $process }: new runs use version { $version } from now on.
process-deactivated = { $process } is switched off. It cannot be run anew; runs under way go on.
process-pinned = { $process } stands in the menu “Run process” now.
process-unpinned = { $process } stands in the menu “Run process” no more.
process-file-known = This file is in the library already: { $process }, version { $version }.
process-file-refused = { $count ->
    [one] The file cannot be run here: { $first }
   *[other] The file cannot be run here for { $count } reasons. The first: { $first }
}
process-switched-off = { $process } is switched off and cannot be run anew.
move-keeps = { $count ->
    [0] goes on where it stands
    [one] keeps its open task
   *[other] keeps its { $count } open tasks
}
move-closes = waits no more for: { $events }
move-opens = waits for: { $events }
runs-moved = { $count ->
    [one] { $count } run of { $process } goes on with version { $version }.
   *[other] { $count } runs of { $process } go on with version { $version }.
}
runs-move-stopped = Stopped: no run was moved.
process-only-called = { $process } is a part of other processes and is not run by itself.

# The past (N4)
past-read-only = This is the past: go back to now to do something.
past-incident = The run could not go on: { $reason }
past-start = The process began
past-timer = The time of “{ $name }” came
past-signal = The signal “{ $name }” came
past-message = The message “{ $name }” came
past-change = Data of the run were changed
past-migrate = The run moved to another version of the process
past-cancel = The run was ended
past-other = Something was changed

# Trying a process out
trial-not-possible = This file cannot be tried out: { $reason }
trial-nobody-waits = Nothing waits for this any more.
trial-begun = The process begins
trial-record = A record is imagined on the stage { $stage }
trial-task = Task made: { $task }, for { $who }, due { $due }
trial-task-cancelled = Task cancelled: { $task }
trial-done = { $task }: { $result }
trial-stage = The stage is now { $stage }
trial-stage-chosen = Stage chosen: { $stage }
trial-page = A page opens: { $hint }
trial-page-saved = Saved
trial-saved = The page was saved
trial-worked = Done by the program: { $step }
trial-failed = { $step } fails with the error { $error }
trial-fails = Fails: { $error }
trial-message-sent = Message sent: { $name }
trial-signal-sent = Signal sent: { $name }
trial-message-came = The message { $name } comes
trial-signal-came = The signal { $name } comes
trial-send-message = Message { $name }
trial-send-signal = Signal { $name }
trial-let-pass = { $event }: until { $until }
trial-selected = Begun: { $step }
trial-time = Time passes until { $until }
trial-timer = The time of { $event } comes
trial-data = Data changed: { $names }
trial-cancel = The run is ended
trial-ended-completed = The process is done
trial-ended-terminated = The process has ended
trial-ended-cancelled = The process was cancelled
trial-ended-error = The process has ended with an error that nobody caught
