<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AccountListPage</name>
    <message>
        <source>Accounts</source>
        <translation type="unfinished">Контрагенты</translation>
    </message>
    <message>
        <source>New account</source>
        <translation type="unfinished">Новый контрагент</translation>
    </message>
    <message>
        <source>No accounts yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down the companies that you sell to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n accounts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActionPanel</name>
    <message>
        <source>Next steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New task</source>
        <translation type="unfinished">Новая задача</translation>
    </message>
    <message>
        <source>New call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open tasks. Plan the next step with + Task, or run the sales process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n open task(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n task(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActivityListPage</name>
    <message>
        <source>Activities</source>
        <translation type="unfinished">Активности</translation>
    </message>
    <message>
        <source>New task</source>
        <translation type="unfinished">Новая задача</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tasks of your sales and those you plan yourself stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n activities</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bell</name>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n непрочитанное сообщение</numerusform>
            <numerusform>%n непрочитанных сообщения</numerusform>
            <numerusform>%n непрочитанных сообщений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Month before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Choose...</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Actual income</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason of the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Competitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Отмена</translation>
    </message>
    <message>
        <source>Choose the reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandBar</name>
    <message>
        <source>Search or type a command</source>
        <translation>Поиск или команда</translation>
    </message>
    <message>
        <source>Command bar</source>
        <translation>Командная строка</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Найдено</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Продажа</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Лид</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Контрагент</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Активность</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Go to</source>
        <translation>Переход</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создание</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Go to Leads</source>
        <translation>Перейти: Лиды</translation>
    </message>
    <message>
        <source>Go to Opportunities</source>
        <translation>Перейти: Продажи</translation>
    </message>
    <message>
        <source>Go to Schedule</source>
        <translation>Перейти: Расписание</translation>
    </message>
    <message>
        <source>Go to Activities</source>
        <translation>Перейти: Активности</translation>
    </message>
    <message>
        <source>Go to Accounts</source>
        <translation>Перейти: Контрагенты</translation>
    </message>
    <message>
        <source>Go to Contacts</source>
        <translation>Перейти: Контакты</translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation>Перейти: Настройки</translation>
    </message>
    <message>
        <source>Run process...</source>
        <translation>Запустить процесс...</translation>
    </message>
    <message>
        <source>Command bar</source>
        <translation>Командная строка</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить последнее действие</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Центр уведомлений</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Next region: side bar, page, command bar</source>
        <translation>Следующая область: боковая панель, страница, командная строка</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Во весь экран</translation>
    </message>
    <message>
        <source>Fold or unfold the side bar</source>
        <translation>Свернуть или развернуть боковую панель</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Вперёд</translation>
    </message>
    <message>
        <source>Create opportunity</source>
        <translation>Создать продажу</translation>
    </message>
    <message>
        <source>Create lead</source>
        <translation>Создать лид</translation>
    </message>
    <message>
        <source>Create task</source>
        <translation>Создать задачу</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>Создать контрагента</translation>
    </message>
    <message>
        <source>Create contact</source>
        <translation>Создать контакт</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>Отменять нечего</translation>
    </message>
    <message>
        <source>Creates a new opportunity and opens it</source>
        <translation>Создаёт новую продажу и открывает её</translation>
    </message>
    <message>
        <source>Run process</source>
        <translation>Запустить процесс</translation>
    </message>
</context>
<context>
    <name>ContactListPage</name>
    <message>
        <source>Contacts</source>
        <translation type="unfinished">Контакты</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation type="unfinished">Новый контакт</translation>
    </message>
    <message>
        <source>No contacts yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down the people that you speak with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n contacts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CreateDialog</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>New opportunity</source>
        <translation>Новая продажа</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>Новый лид</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Новая задача</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Новый контрагент</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Новый контакт</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Write a date, for example {example}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>DraftBar</name>
    <message>
        <source>You have unsaved changes from {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished">Не сохранять</translation>
    </message>
</context>
<context>
    <name>FaultDialog</name>
    <message>
        <source>A mistake in Dealwright</source>
        <translation>Ошибка в программе</translation>
    </message>
    <message>
        <source>Something went wrong that is not your fault. The last step was not carried out and nothing was half saved; what you typed is still on the page. You can go on working.</source>
        <translation>Что-то пошло не так, и это не ваша вина. Последнее действие не выполнено, ничего не сохранено наполовину; введённое осталось на странице. Можно продолжать работу.</translation>
    </message>
    <message>
        <source>Details for the report</source>
        <translation>Подробности для отчёта</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Скопировать подробности</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>FillInHint</name>
    <message>
        <source>{fields} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fields} is still missing: {known} of {asked} are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fields} are still missing: {known} of {asked} are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in the opportunity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Find in this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open and closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Whose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All stages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Welcome</source>
        <translation>Добро пожаловать</translation>
    </message>
    <message>
        <source>The process leads, you sell. Who are you?</source>
        <translation>Процесс ведёт, вы продаёте. Как вас зовут?</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ваше имя</translation>
    </message>
    <message>
        <source>Your company</source>
        <translation>Ваша компания</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>or</source>
        <translation>или</translation>
    </message>
    <message>
        <source>Look around with sample data</source>
        <translation>Осмотреться на примере данных</translation>
    </message>
    <message>
        <source>Fills this workspace with people, customers and about 40 opportunities at all stages.</source>
        <translation>Заполнит рабочее пространство сотрудниками, клиентами и примерно 40 продажами на всех стадиях.</translation>
    </message>
    <message>
        <source>One moment: the real process is being played for every sale...</source>
        <translation>Минуту: для каждой продажи проигрывается настоящий процесс...</translation>
    </message>
</context>
<context>
    <name>HintBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Скрыть</translation>
    </message>
</context>
<context>
    <name>LeadListPage</name>
    <message>
        <source>Leads</source>
        <translation type="unfinished">Лиды</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation type="unfinished">Новый лид</translation>
    </message>
    <message>
        <source>No open leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down who needs what; at “Awaiting sale” the sale begins by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n leads</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Find in this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything in this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits these filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another word, other people or another state may show what you look for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListTable</name>
    <message>
        <source>Columns as at first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>No next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation type="unfinished">Продажа</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation type="unfinished">Лид</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished">Активность</translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished">Контрагент</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished">Контакт</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished">Начать</translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open opportunities</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Save your changes?</source>
        <translation>Сохранить изменения?</translation>
    </message>
    <message>
        <source>&quot;{page}&quot; has changes that are not saved.</source>
        <translation>На странице «{page}» есть несохранённые изменения.</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Остаться</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Не сохранять</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>MiniCard</name>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reschedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving...</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MiniCardPopup</name>
    <message>
        <source>Choose a result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Закрыть</translation>
    </message>
    <message>
        <source>Result *</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the task page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a result to see what follows from it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MinutesField</name>
    <message>
        <source>Write the time spent, for example 0:25 or 1h 20</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MomentField</name>
    <message>
        <source>Write a date and a time, for example {example}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoneyField</name>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an amount, for example 184000.50</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewActivityPopup</name>
    <message>
        <source>Say what is to be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New task</source>
        <translation type="unfinished">Новая задача</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewNotePopup</name>
    <message>
        <source>Write something first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message numerus="yes">
        <source>Show all %n note(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note, Ctrl+Enter adds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notes yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should not be forgotten about this sale?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotificationPanel</name>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Отметить все прочитанными</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Ничего нового</translation>
    </message>
    <message>
        <source>New tasks, answers and closed sales that concern you appear here.</source>
        <translation>Здесь появляются новые задачи, ответы и закрытые продажи, которые вас касаются.</translation>
    </message>
</context>
<context>
    <name>OpportunityListPage</name>
    <message>
        <source>Opportunities</source>
        <translation type="unfinished">Продажи</translation>
    </message>
    <message>
        <source>New opportunity</source>
        <translation type="unfinished">Новая продажа</translation>
    </message>
    <message>
        <source>No open opportunities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the process “Corporate sale”, or write an opportunity down by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n opportunities</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpportunityPage</name>
    <message>
        <source>Opportunity</source>
        <translation type="unfinished">Продажа</translation>
    </message>
    <message>
        <source>New opportunity</source>
        <translation type="unfinished">Новая продажа</translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">Сохранить</translation>
    </message>
    <message>
        <source>Run the corporate sales process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this opportunity, from the stage on which it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New task</source>
        <translation type="unfinished">Новая задача</translation>
    </message>
    <message>
        <source>New call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete the next task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it on this stage?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to stage: {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Отмена</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qualification (BANT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the opportunity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closes {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead</source>
        <translation type="unfinished">Лид</translation>
    </message>
    <message>
        <source>Open the lead: {lead}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>actual income {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time spent {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>competitor: {competitor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed meanwhile: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else has saved these while you were editing them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the running process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no open task</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished">Название</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished">Контакт</translation>
    </message>
    <message>
        <source>Decision maker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is being sold?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Qualification</name>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authority: decision maker&apos;s role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision date (timeframe)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need, in the customer&apos;s words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales tactics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: head of purchasing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does the customer want to solve, and why now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How will we win this?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuickTask</name>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReferenceField</name>
    <message>
        <source>Choose an account...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a contact...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a person...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an opportunity...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a lead...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page: {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose from the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReschedulePopup</name>
    <message>
        <source>Say when it starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say when it is due, not before the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reschedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished">Начать</translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunProcessDialog</name>
    <message>
        <source>Run process</source>
        <translation>Запустить процесс</translation>
    </message>
    <message>
        <source>Find a process</source>
        <translation>Найти процесс</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Процессы</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Запустить</translation>
    </message>
    <message>
        <source>No such process</source>
        <translation>Такого процесса нет</translation>
    </message>
    <message>
        <source>Try other words, or a part of the name.</source>
        <translation>Попробуйте другие слова или часть названия.</translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SchedulePage</name>
    <message>
        <source>Schedule</source>
        <translation type="unfinished">Расписание</translation>
    </message>
    <message>
        <source>New task</source>
        <translation type="unfinished">Новая задача</translation>
    </message>
    <message>
        <source>Show today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go forward in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show one day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Saturday and Sunday too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks of your sales appear here by themselves; you can also plan one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Это окно</translation>
    </message>
    <message>
        <source>For everyone</source>
        <translation>Для всех</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>База данных</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Run the sales process</source>
        <translation>Запускать процесс продажи</translation>
    </message>
    <message>
        <source>A lead that moves to the stage &quot;Awaiting sale&quot; becomes an opportunity with the process running.</source>
        <translation>Лид, перешедший на стадию «Ожидание продажи», становится продажей с запущенным процессом.</translation>
    </message>
    <message>
        <source>Undo grace time</source>
        <translation>Время на отмену</translation>
    </message>
    <message>
        <source>s</source>
        <translation>с</translation>
    </message>
    <message>
        <source>For so many seconds the closing of an opportunity can be undone; 0 switches that off.</source>
        <translation>Столько секунд можно отменить закрытие продажи; 0 отключает отмену.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>На этой странице</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Leads</source>
        <translation>Лиды</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Продажи</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Расписание</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Активности</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Контрагенты</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Контакты</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Side bar</source>
        <translation>Боковая панель</translation>
    </message>
    <message>
        <source>Run process</source>
        <translation>Запустить процесс</translation>
    </message>
    <message>
        <source>Run process...</source>
        <translation>Запустить процесс...</translation>
    </message>
    <message>
        <source>Unfold the side bar</source>
        <translation>Развернуть боковую панель</translation>
    </message>
    <message>
        <source>Fold the side bar</source>
        <translation>Свернуть боковую панель</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Opening the database</source>
        <translation>Открывается база данных</translation>
    </message>
</context>
<context>
    <name>SmallForm</name>
    <message>
        <source>Close</source>
        <translation type="unfinished">Закрыть</translation>
    </message>
</context>
<context>
    <name>StageBar</name>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stage}, passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stage}, current stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stage}, ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed: choose how it ends</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Act as</source>
        <translation>Работать как</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Вперёд</translation>
    </message>
    <message>
        <source>Top bar</source>
        <translation>Верхняя панель</translation>
    </message>
</context>
<context>
    <name>TroubleDialog</name>
    <message>
        <source>That did not work</source>
        <translation>Не получилось</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>WhyPopup</name>
    <message>
        <source>Close</source>
        <translation type="unfinished">Закрыть</translation>
    </message>
</context>
<context>
    <name>_CalendarField</name>
    <message>
        <source>Choose from the calendar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>Overdue since {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due today {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dd</source>
        <comment>day, in a pattern such as dd.mm.yyyy</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mm</source>
        <comment>month, in a pattern such as dd.mm.yyyy</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yyyy</source>
        <comment>year, in a pattern such as dd.mm.yyyy</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
