<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>AccountListPage</name>
    <message>
        <source>Accounts</source>
        <translation>Контрагенты</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Новый контрагент</translation>
    </message>
    <message>
        <source>No accounts yet</source>
        <translation>Контрагентов пока нет</translation>
    </message>
    <message>
        <source>Write down the companies that you sell to.</source>
        <translation>Запишите компании, которым вы продаёте.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln accounts</source>
        <translation>
            <numerusform>%Ln контрагент</numerusform>
            <numerusform>%Ln контрагента</numerusform>
            <numerusform>%Ln контрагентов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>New opportunity for this account</source>
        <translation>Новая продажа этому контрагенту</translation>
    </message>
    <message>
        <source>New contact of this account</source>
        <translation>Новый контакт этого контрагента</translation>
    </message>
    <message>
        <source>First and last name</source>
        <translation>Имя и фамилия</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Профиль</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Продажи</translation>
    </message>
    <message>
        <source>Opportunities and contacts</source>
        <translation>Продажи и контакты</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Контакты</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Продажа</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>No opportunities yet.</source>
        <translation>Продаж пока нет.</translation>
    </message>
    <message>
        <source>No contacts yet.</source>
        <translation>Контактов пока нет.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Отрасль</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Сайт</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>Сотрудников</translation>
    </message>
    <message>
        <source>Founded in</source>
        <translation>Год основания</translation>
    </message>
    <message>
        <source>Yearly revenue</source>
        <translation>Годовой оборот</translation>
    </message>
    <message>
        <source>Parent company</source>
        <translation>Головная компания</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Примечания</translation>
    </message>
</context>
<context>
    <name>ActionPanel</name>
    <message>
        <source>Next steps</source>
        <translation>Следующие шаги</translation>
    </message>
    <message>
        <source>Action panel</source>
        <translation>Панель действий</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Задача</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Новая задача</translation>
    </message>
    <message>
        <source>New call</source>
        <translation>Новый звонок</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Новая заметка</translation>
    </message>
    <message>
        <source>No open tasks.</source>
        <translation>Открытых задач нет.</translation>
    </message>
    <message>
        <source>No open tasks. Plan the next step with + Task, or run the sales process.</source>
        <translation>Открытых задач нет. Запланируйте следующий шаг кнопкой «+ Задача» или запустите процесс продаж.</translation>
    </message>
    <message>
        <source>No open tasks. Plan the next step with + Task.</source>
        <translation>Открытых задач нет. Запланируйте следующий шаг кнопкой «+ Задача».</translation>
    </message>
    <message numerus="yes">
        <source>%n open task(s)</source>
        <translation>
            <numerusform>%n открытая задача</numerusform>
            <numerusform>%n открытые задачи</numerusform>
            <numerusform>%n открытых задач</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n task(s)</source>
        <translation>
            <numerusform>Показать %n задачу</numerusform>
            <numerusform>Показать все %n задачи</numerusform>
            <numerusform>Показать все %n задач</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActivityListPage</name>
    <message>
        <source>Activities</source>
        <translation>Активности</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Новая задача</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Делать нечего</translation>
    </message>
    <message>
        <source>The tasks of your sales and those you plan yourself stand here.</source>
        <translation>Здесь стоят задачи ваших продаж и те, что вы запланируете сами.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln activities</source>
        <translation>
            <numerusform>%Ln активность</numerusform>
            <numerusform>%Ln активности</numerusform>
            <numerusform>%Ln активностей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Done</source>
        <translation>Выполнена</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменена</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создана</translation>
    </message>
    <message>
        <source>Why this task?</source>
        <translation>Почему эта задача?</translation>
    </message>
    <message>
        <source>Complete this task</source>
        <translation>Завершить эту задачу</translation>
    </message>
    <message>
        <source>Choose a presentation for this task</source>
        <translation>Выбрать презентацию для этой задачи</translation>
    </message>
    <message>
        <source>Open the opportunity of this task</source>
        <translation>Открыть продажу этой задачи</translation>
    </message>
    <message>
        <source>Open the lead of this task</source>
        <translation>Открыть лид этой задачи</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Почему?</translation>
    </message>
    <message>
        <source>Choose a presentation...</source>
        <translation>Выбрать презентацию...</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Задача</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Относится к</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation>Затрачено времени</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ответственный</translation>
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
        <source>Reminder</source>
        <translation>Напоминание</translation>
    </message>
</context>
<context>
    <name>Analytics</name>
    <message>
        <source>{number} bn</source>
        <translation>{number} млрд</translation>
    </message>
    <message>
        <source>{number} M</source>
        <translation>{number} млн</translation>
    </message>
    <message>
        <source>{number} K</source>
        <translation>{number} тыс.</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} дн.</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} ч</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Выиграно</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Проиграно</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Медиана</translation>
    </message>
    <message>
        <source>90 %</source>
        <translation>90 %</translation>
    </message>
    <message>
        <source>{stage}: {median}, 90 % within {ninety}; {allowed} are allowed</source>
        <translation>{stage}: {median}, 90 % за {ninety}; отведено {allowed}</translation>
    </message>
    <message>
        <source>stays: {number}</source>
        <translation>пребываний: {number}</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>Причина не указана</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Доход</translation>
    </message>
    <message>
        <source>No competitor named</source>
        <translation>Конкурент не указан</translation>
    </message>
    <message>
        <source>Hours, won</source>
        <translation>Часы, победы</translation>
    </message>
    <message>
        <source>Hours, lost</source>
        <translation>Часы, проигрыши</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>За час</translation>
    </message>
    <message>
        <source>Weighted by probability</source>
        <translation>С учётом вероятности</translation>
    </message>
    <message>
        <source>Open, may close in the period</source>
        <translation>Открыты, могут закрыться в периоде</translation>
    </message>
    <message>
        <source>Won so far</source>
        <translation>Уже выиграно</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>Narrowed to</source>
        <translation>Отбор</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>всё</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Показатель</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Разрез</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Мера</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>deals</source>
        <translation>продажи</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>минуты</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Всего</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>Доля побед</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>План</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Дошло</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>Конверсия</translation>
    </message>
    <message>
        <source>days</source>
        <translation>дни</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыто</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Факт</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрыто</translation>
    </message>
    <message>
        <source>Reached “{stage}”</source>
        <translation>Дошли до стадии «{stage}»</translation>
    </message>
    <message>
        <source>Left “{stage}”</source>
        <translation>Ушли со стадии «{stage}»</translation>
    </message>
    <message>
        <source>Open, in the forecast</source>
        <translation>Открытые, в прогнозе</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>причина не указана</translation>
    </message>
    <message>
        <source>no competitor named</source>
        <translation>конкурент не указан</translation>
    </message>
</context>
<context>
    <name>ApprovalCard</name>
    <message>
        <source>Approval</source>
        <translation>Согласование</translation>
    </message>
    <message>
        <source>Why is it so?</source>
        <translation>Почему так?</translation>
    </message>
    <message>
        <source>Approve...</source>
        <translation>Согласовать...</translation>
    </message>
    <message>
        <source>Return...</source>
        <translation>Вернуть...</translation>
    </message>
    <message>
        <source>Ask for approval...</source>
        <translation>На согласование...</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>You are asked by {name}.</source>
        <translation>Вас просит {name}.</translation>
    </message>
    <message>
        <source>{approver} is asked.</source>
        <translation>Согласует {approver}.</translation>
    </message>
    <message>
        <source>Answer by {moment}.</source>
        <translation>Ответ нужен до {moment}.</translation>
    </message>
    <message>
        <source>A draft. It goes to the customer after its approval.</source>
        <translation>Черновик. Клиенту он отправляется после согласования.</translation>
    </message>
    <message>
        <source>Returned for rework. Change it, then ask again.</source>
        <translation>Возвращён на доработку. Измените его и передайте на согласование снова.</translation>
    </message>
    <message>
        <source>Approved. Another text becomes a new version, which is approved anew.</source>
        <translation>Согласован. Изменённый текст станет новой версией, её согласуют заново.</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>версия {number}</translation>
    </message>
</context>
<context>
    <name>ApprovalsCard</name>
    <message>
        <source>Waiting for my approval</source>
        <translation>Ждут моего согласования</translation>
    </message>
</context>
<context>
    <name>ArticleListPage</name>
    <message>
        <source>Knowledge base</source>
        <translation>База знаний</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Новая статья</translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>Статей пока нет</translation>
    </message>
    <message>
        <source>Keep presentations, templates and what everybody should know here: the task that prepares a presentation chooses from it.</source>
        <translation>Храните здесь презентации, шаблоны и то, что должны знать все: задача подготовки презентации выбирает отсюда.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n статья</numerusform>
            <numerusform>%n статьи</numerusform>
            <numerusform>%n статей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticlePage</name>
    <message>
        <source>Changed</source>
        <translation>Изменена</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создана</translation>
    </message>
    <message>
        <source>Copies on opportunities</source>
        <translation>Копий в продажах</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Files ({count})</source>
        <translation>Файлы ({count})</translation>
    </message>
    <message>
        <source>Read the text</source>
        <translation>Читать текст</translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation>Править текст</translation>
    </message>
    <message>
        <source>Files of this article</source>
        <translation>Файлы этой статьи</translation>
    </message>
    <message>
        <source>Take this article out of the knowledge base</source>
        <translation>Убрать эту статью из базы знаний</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Читать</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Править</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>Презентация</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Любой</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Английский</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Русский</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О статье</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Nothing is written yet</source>
        <translation>Пока ничего не написано</translation>
    </message>
    <message>
        <source>Write the text here, or attach a presentation on the tab Files.</source>
        <translation>Напишите текст здесь или прикрепите презентацию на вкладке «Файлы».</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Написать</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>Потребность</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Отрасль</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Продукты</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Теги</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Автор</translation>
    </message>
</context>
<context>
    <name>AsideDialog</name>
    <message>
        <source>Put aside until</source>
        <translation>Отложить до</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Two weeks</source>
        <translation>Две недели</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>Месяц</translation>
    </message>
    <message>
        <source>A quarter</source>
        <translation>Квартал</translation>
    </message>
    <message>
        <source>Why it has to wait</source>
        <translation>Почему лид ждёт</translation>
    </message>
    <message>
        <source>On that day a call with a reminder brings it back; it stands in “My day” then.</source>
        <translation>В этот день о лиде напомнит звонок, он появится в разделе «Мой день».</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Отложить</translation>
    </message>
</context>
<context>
    <name>AskApprovalDialog</name>
    <message>
        <source>Ask for approval: {number}</source>
        <translation>На согласование: {number}</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>Согласующий</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>Ответ до</translation>
    </message>
    <message>
        <source>Comment for the approver</source>
        <translation>Комментарий для согласующего</translation>
    </message>
    <message>
        <source>Not filled in: {names}</source>
        <translation>Не заполнено: {names}</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Передать</translation>
    </message>
</context>
<context>
    <name>Asker</name>
    <message>
        <source>There is nothing chosen here that could be explained: choose a task or a record first.</source>
        <translation>Здесь не выбрано ничего, что можно объяснить: сначала выберите задачу или запись.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Почему?</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Hand off to sales</source>
        <translation>Передать в продажу</translation>
    </message>
    <message>
        <source>Assign an owner</source>
        <translation>Назначить ответственного</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Найти сотрудника</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Сотрудники</translation>
    </message>
    <message>
        <source>What the new owner should know</source>
        <translation>Что важно знать новому ответственному</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Hand off</source>
        <translation>Передать</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Назначить</translation>
    </message>
    <message>
        <source>Each to whoever is least busy then</source>
        <translation>Каждый тому, кто наименее занят в этот момент</translation>
    </message>
    <message>
        <source>The least busy of the team</source>
        <translation>Наименее занятый в команде</translation>
    </message>
    <message>
        <source>Begins with {name}: {work}</source>
        <translation>Первым будет {name}: {work}</translation>
    </message>
    <message>
        <source>team</source>
        <translation>команда</translation>
    </message>
    <message>
        <source>Nobody is called that</source>
        <translation>Такого сотрудника нет</translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation>
            <numerusform>%n лид</numerusform>
            <numerusform>%n лида</numerusform>
            <numerusform>%n лидов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opportunity(ies)</source>
        <translation>
            <numerusform>%n продажа</numerusform>
            <numerusform>%n продажи</numerusform>
            <numerusform>%n продаж</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n activity(ies)</source>
        <translation>
            <numerusform>%n активность</numerusform>
            <numerusform>%n активности</numerusform>
            <numerusform>%n активностей</numerusform>
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
    <name>BoardColumn</name>
    <message>
        <source>Probability of this stage</source>
        <translation>Вероятность на этой стадии</translation>
    </message>
    <message>
        <source>Fold this column</source>
        <translation>Свернуть колонку</translation>
    </message>
    <message numerus="yes">
        <source>Closed in the last %n day(s)</source>
        <translation>
            <numerusform>Закрыты за последний %n день</numerusform>
            <numerusform>Закрыты за последние %n дня</numerusform>
            <numerusform>Закрыты за последние %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>No rate for {currencies}</source>
        <translation>Нет курса: {currencies}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln opportunities</source>
        <translation>
            <numerusform>%Ln продажа</numerusform>
            <numerusform>%Ln продажи</numerusform>
            <numerusform>%Ln продаж</numerusform>
        </translation>
    </message>
    <message>
        <source>{column}: unfold</source>
        <translation>{column}: развернуть</translation>
    </message>
    <message>
        <source>Sum: {sum}</source>
        <translation>Сумма: {sum}</translation>
    </message>
    <message>
        <source>Weighted by probability: {sum}</source>
        <translation>С учётом вероятности: {sum}</translation>
    </message>
    <message>
        <source>Amounts in other currencies are converted to {currency} at today&apos;s rates.</source>
        <translation>Суммы в других валютах пересчитаны в {currency} по сегодняшним курсам.</translation>
    </message>
    <message>
        <source>Not in it, since there is no rate: {sums}</source>
        <translation>Не учтено, так как нет курса: {sums}</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Board of opportunities</source>
        <translation>Доска продаж</translation>
    </message>
    <message>
        <source>New opportunity</source>
        <translation>Новая продажа</translation>
    </message>
    <message>
        <source>Find on this board</source>
        <translation>Найти на доске</translation>
    </message>
    <message>
        <source>Add a condition to this board</source>
        <translation>Добавить условие для доски</translation>
    </message>
    <message>
        <source>Move the card...</source>
        <translation>Переместить карточку...</translation>
    </message>
    <message>
        <source>Move the card to the next stage...</source>
        <translation>Переместить карточку на следующую стадию...</translation>
    </message>
    <message>
        <source>Move the card to the previous stage...</source>
        <translation>Переместить карточку на предыдущую стадию...</translation>
    </message>
    <message>
        <source>Show everything on this board</source>
        <translation>Показать на доске всё</translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation>Показать списком</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Продажи</translation>
    </message>
    <message>
        <source>Longest on the stage first</source>
        <translation>Сначала самые долгие на стадии</translation>
    </message>
    <message>
        <source>Next step first</source>
        <translation>По следующему шагу</translation>
    </message>
    <message>
        <source>Largest amount first</source>
        <translation>Сначала крупные суммы</translation>
    </message>
    <message>
        <source>Closing soonest first</source>
        <translation>По дате закрытия</translation>
    </message>
    <message numerus="yes">
        <source>%Ln open opportunities</source>
        <translation>
            <numerusform>%Ln открытая продажа</numerusform>
            <numerusform>%Ln открытые продажи</numerusform>
            <numerusform>%Ln открытых продаж</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing fits these filters</source>
        <translation>Ничего не подходит под фильтры</translation>
    </message>
    <message>
        <source>Another word, other people or another state may show what you look for.</source>
        <translation>Другое слово, другие сотрудники или другое состояние могут показать то, что вы ищете.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Показать всё</translation>
    </message>
    <message>
        <source>No open opportunities</source>
        <translation>Открытых продаж нет</translation>
    </message>
    <message>
        <source>Run the process “Corporate sale”, or write an opportunity down by hand.</source>
        <translation>Запустите процесс «Корпоративная продажа» или заведите продажу вручную.</translation>
    </message>
    <message>
        <source>Run process</source>
        <translation>Запустить процесс</translation>
    </message>
    <message>
        <source>Order of the cards: {order}</source>
        <translation>Порядок карточек: {order}</translation>
    </message>
    <message>
        <source>Choose a card first.</source>
        <translation>Сначала выберите карточку.</translation>
    </message>
</context>
<context>
    <name>Body</name>
    <message>
        <source>Qualification (BANT)</source>
        <translation>Квалификация (BANT)</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
    <message>
        <source>Parts of the opportunity</source>
        <translation>Разделы продажи</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Change owner…</source>
        <translation>Сменить ответственного…</translation>
    </message>
    <message>
        <source>Change stage…</source>
        <translation>Сменить стадию…</translation>
    </message>
    <message>
        <source>Move to another day…</source>
        <translation>Перенести на другой день…</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Теги…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Change the selected records</source>
        <translation>Изменить выбранные записи</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>Выбрана %Ln</numerusform>
            <numerusform>Выбрано %Ln</numerusform>
            <numerusform>Выбрано %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Снять выбор</translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message numerus="yes">
        <source>All %Ln record(s) can be deleted.</source>
        <translation>
            <numerusform>Эту запись (%Ln) можно удалить.</numerusform>
            <numerusform>Все %Ln записи можно удалить.</numerusform>
            <numerusform>Все %Ln записей можно удалить.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln record(s) can be changed.</source>
        <translation>
            <numerusform>Эту запись (%Ln) можно изменить.</numerusform>
            <numerusform>Все %Ln записи можно изменить.</numerusform>
            <numerusform>Все %Ln записей можно изменить.</numerusform>
        </translation>
    </message>
    <message>
        <source>{able} of {total} can be changed.</source>
        <translation>Можно изменить {able} из {total}.</translation>
    </message>
    <message>
        <source>{able} of {total} can be deleted.</source>
        <translation>Можно удалить {able} из {total}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot:</source>
        <translation>
            <numerusform>%Ln нельзя:</numerusform>
            <numerusform>%Ln нельзя:</numerusform>
            <numerusform>%Ln нельзя:</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the reason</source>
        <translation>Выберите причину</translation>
    </message>
    <message numerus="yes">
        <source>Change the owner of %Ln record(s)</source>
        <translation>
            <numerusform>Сменить ответственного у %Ln записи</numerusform>
            <numerusform>Сменить ответственного у %Ln записей</numerusform>
            <numerusform>Сменить ответственного у %Ln записей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change the stage of %Ln record(s)</source>
        <translation>
            <numerusform>Сменить стадию %Ln записи</numerusform>
            <numerusform>Сменить стадию %Ln записей</numerusform>
            <numerusform>Сменить стадию %Ln записей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln activity(s) to another day</source>
        <translation>
            <numerusform>Перенести %Ln активность на другой день</numerusform>
            <numerusform>Перенести %Ln активности на другой день</numerusform>
            <numerusform>Перенести %Ln активностей на другой день</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln record(s)</source>
        <translation>
            <numerusform>Теги %Ln записи</numerusform>
            <numerusform>Теги %Ln записей</numerusform>
            <numerusform>Теги %Ln записей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln record(s)</source>
        <translation>
            <numerusform>Удалить %Ln запись</numerusform>
            <numerusform>Удалить %Ln записи</numerusform>
            <numerusform>Удалить %Ln записей</numerusform>
        </translation>
    </message>
    <message>
        <source>New owner</source>
        <translation>Новый ответственный</translation>
    </message>
    <message>
        <source>New stage</source>
        <translation>Новая стадия</translation>
    </message>
    <message>
        <source>Reason of the loss</source>
        <translation>Причина проигрыша</translation>
    </message>
    <message>
        <source>Competitor</source>
        <translation>Конкурент</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Add tags (with commas between them)</source>
        <translation>Добавить теги (через запятую)</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Снять</translation>
    </message>
    <message>
        <source>Records that cannot be changed, with the reasons</source>
        <translation>Записи, которые нельзя изменить, с причинами</translation>
    </message>
    <message>
        <source>Fill in what the next one needs...</source>
        <translation>Заполнить, чего не хватает следующей...</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход выполнения</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln</source>
        <translation>
            <numerusform>Удалить %Ln</numerusform>
            <numerusform>Удалить %Ln</numerusform>
            <numerusform>Удалить %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln</source>
        <translation>
            <numerusform>Изменить %Ln</numerusform>
            <numerusform>Изменить %Ln</numerusform>
            <numerusform>Изменить %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message numerus="yes">
        <source>%n more at this time: show the list</source>
        <translation>
            <numerusform>Ещё %n в это время: показать списком</numerusform>
            <numerusform>Ещё %n в это время: показать списком</numerusform>
            <numerusform>Ещё %n в это время: показать списком</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarMenu</name>
    <message>
        <source>Export the schedule</source>
        <translation>Выгрузка расписания</translation>
    </message>
    <message>
        <source>Keep a subscription file</source>
        <translation>Файл подписки</translation>
    </message>
    <message>
        <source>Keep a subscription file up to date...</source>
        <translation>Обновлять файл подписки...</translation>
    </message>
    <message>
        <source>Keep {file} up to date</source>
        <translation>Обновлять {file}</translation>
    </message>
    <message>
        <source>Calendar file</source>
        <translation>Файл календаря</translation>
    </message>
    <message>
        <source>Export the period shown...</source>
        <translation>Выгрузить показанный период...</translation>
    </message>
    <message>
        <source>Export everything of mine...</source>
        <translation>Выгрузить всё моё...</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Month before</source>
        <translation>Предыдущий месяц</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Следующий месяц</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
</context>
<context>
    <name>CancelRunDialog</name>
    <message>
        <source>Cancel the run of {process}?</source>
        <translation>Отменить запуск процесса «{process}»?</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>Не отменять</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>Отменить запуск</translation>
    </message>
</context>
<context>
    <name>CardMenu</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Complete the next step</source>
        <translation>Выполнить следующий шаг</translation>
    </message>
    <message>
        <source>Change stage...</source>
        <translation>Сменить стадию...</translation>
    </message>
    <message>
        <source>Run the corporate sales process</source>
        <translation>Запустить процесс корпоративных продаж</translation>
    </message>
    <message>
        <source>There is no next step</source>
        <translation>Следующего шага нет</translation>
    </message>
</context>
<context>
    <name>CardsDialog</name>
    <message>
        <source>Contacts from business cards</source>
        <translation>Контакты из визитных карточек</translation>
    </message>
    <message>
        <source>This is what the cards become. Nothing is added before you press the button; Undo takes it back.</source>
        <translation>Вот что получится из карточек. До нажатия кнопки ничего не добавится, отмена всё вернёт.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Add contacts</source>
        <translation>Добавить контакты</translation>
    </message>
    <message>
        <source>What becomes of {name}</source>
        <translation>Что сделать: {name}</translation>
    </message>
    <message>
        <source>Add the account</source>
        <translation>Добавить контрагента</translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation>Добавить контакт</translation>
    </message>
    <message>
        <source>Complete {name}</source>
        <translation>Дополнить: {name}</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>Account: {name}</source>
        <translation>Контрагент: {name}</translation>
    </message>
    <message>
        <source>New account: {name}</source>
        <translation>Новый контрагент: {name}</translation>
    </message>
    <message>
        <source>The same card stands further up.</source>
        <translation>Такая же карточка есть выше.</translation>
    </message>
    <message>
        <source>Perhaps here already: {name} ({why})</source>
        <translation>Возможно, уже есть: {name} ({why})</translation>
    </message>
    <message numerus="yes">
        <source>%n to be added</source>
        <translation>
            <numerusform>добавить: %n</numerusform>
            <numerusform>добавить: %n</numerusform>
            <numerusform>добавить: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be completed</source>
        <translation>
            <numerusform>дополнить: %n</numerusform>
            <numerusform>дополнить: %n</numerusform>
            <numerusform>дополнить: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>пропустить: %n</numerusform>
            <numerusform>пропустить: %n</numerusform>
            <numerusform>пропустить: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChainBar</name>
    <message>
        <source>Lead</source>
        <translation>Лид</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Продажа</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заказ</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>Change data</source>
        <translation>Изменить данные</translation>
    </message>
    <message>
        <source>A number, true or false, a list in brackets, or a text. Text that looks like a number: in quotes.</source>
        <translation>Число, true или false, список в скобках или текст. Текст, похожий на число, берите в кавычки.</translation>
    </message>
    <message>
        <source>Another value</source>
        <translation>Другое значение</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Change and try again</source>
        <translation>Изменить и повторить</translation>
    </message>
</context>
<context>
    <name>CheckClosing</name>
    <message>
        <source>Check the data</source>
        <translation>Проверка данных</translation>
    </message>
    <message>
        <source>Actual income</source>
        <translation>Фактический доход</translation>
    </message>
    <message>
        <source>Hours spent</source>
        <translation>Затрачено часов</translation>
    </message>
    <message>
        <source>The tasks of this sale add up to {time}.</source>
        <translation>По задачам этой продажи выходит {time}.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The data are right</source>
        <translation>Данные верны</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>Leave out the rows with errors</source>
        <translation>Пропустить строки с ошибками</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверка</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) checked. Nothing has been changed yet.</source>
        <translation>
            <numerusform>Проверена %n строка. Пока ничего не изменено.</numerusform>
            <numerusform>Проверены %n строки. Пока ничего не изменено.</numerusform>
            <numerusform>Проверено %n строк. Пока ничего не изменено.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be taken.</source>
        <translation>
            <numerusform>%n строку нельзя принять.</numerusform>
            <numerusform>%n строки нельзя принять.</numerusform>
            <numerusform>%n строк нельзя принять.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) that rows refer to will be created too.</source>
        <translation>
            <numerusform>Будет создана и %n запись, на которую ссылаются строки.</numerusform>
            <numerusform>Будут созданы и %n записи, на которые ссылаются строки.</numerusform>
            <numerusform>Будет создано и %n записей, на которые ссылаются строки.</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct the rows with errors in the file, or leave them out.</source>
        <translation>Исправьте строки с ошибками в файле или пропустите их.</translation>
    </message>
    <message>
        <source>There is nothing to import.</source>
        <translation>Импортировать нечего.</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Choose...</source>
        <translation>Выберите...</translation>
    </message>
</context>
<context>
    <name>ChooseArticle</name>
    <message>
        <source>Choose a presentation</source>
        <translation>Выбор презентации</translation>
    </message>
    <message>
        <source>Choose from the knowledge base</source>
        <translation>Выбор из базы знаний</translation>
    </message>
    <message>
        <source>Words of the title or the text</source>
        <translation>Слова из названия или текста</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Все виды</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>What to copy</source>
        <translation>Что копировать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Attach a copy</source>
        <translation>Прикрепить копию</translation>
    </message>
    <message>
        <source>Articles, the best first</source>
        <translation>Статьи, самые подходящие первыми</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>the opportunity names neither need, industry nor products yet</source>
        <translation>в продаже пока не указаны ни потребность, ни отрасль, ни продукты</translation>
    </message>
    <message>
        <source>Looked for: {what}</source>
        <translation>Подбор по: {what}</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Another word may find it.</source>
        <translation>Возможно, поможет другое слово.</translation>
    </message>
    <message>
        <source>There is nothing to choose from yet</source>
        <translation>Выбирать пока не из чего</translation>
    </message>
    <message>
        <source>Write a presentation in the knowledge base, or attach a file to an article there.</source>
        <translation>Напишите презентацию в базе знаний или прикрепите там файл к статье.</translation>
    </message>
    <message>
        <source>Open the knowledge base</source>
        <translation>Открыть базу знаний</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>This article has neither a text nor a file</source>
        <translation>В этой статье нет ни текста, ни файла</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Actual income</source>
        <translation>Фактический доход</translation>
    </message>
    <message>
        <source>Hours spent</source>
        <translation>Затрачено часов</translation>
    </message>
    <message>
        <source>Reason of the loss</source>
        <translation>Причина проигрыша</translation>
    </message>
    <message>
        <source>Competitor</source>
        <translation>Конкурент</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Choose the reason</source>
        <translation>Выберите причину</translation>
    </message>
</context>
<context>
    <name>ClosingSummary</name>
    <message>
        <source>actual income {amount}</source>
        <translation>фактический доход {amount}</translation>
    </message>
    <message>
        <source>time spent {time}</source>
        <translation>затрачено {time}</translation>
    </message>
    <message>
        <source>reason: {reason}</source>
        <translation>причина: {reason}</translation>
    </message>
    <message>
        <source>competitor: {competitor}</source>
        <translation>конкурент: {competitor}</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Почему?</translation>
    </message>
</context>
<context>
    <name>ColumnModel</name>
    <message numerus="yes">
        <source>%n day(s) on this stage</source>
        <translation>
            <numerusform>%n день на этой стадии</numerusform>
            <numerusform>%n дня на этой стадии</numerusform>
            <numerusform>%n дней на этой стадии</numerusform>
        </translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} дн.</translation>
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
        <source>Document</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Активность</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Продукт</translation>
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
        <source>Go to the board of opportunities</source>
        <translation>Перейти к доске продаж</translation>
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
        <source>Go to the Knowledge base</source>
        <translation>Перейти в базу знаний</translation>
    </message>
    <message>
        <source>Go to the Process library</source>
        <translation>Перейти в библиотеку процессов</translation>
    </message>
    <message>
        <source>Go to the Process log</source>
        <translation>Перейти в журнал процессов</translation>
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
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Центр уведомлений</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Почему?</translation>
    </message>
    <message>
        <source>Why this task, this stage, this message</source>
        <translation>Почему эта задача, стадия или сообщение</translation>
    </message>
    <message>
        <source>Explain|Reason</source>
        <translation>Объяснить|Причина|Зачем</translation>
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
        <source>Import...</source>
        <translation>Импорт...</translation>
    </message>
    <message>
        <source>Records from a CSV or XLSX file</source>
        <translation>Записи из файла CSV или XLSX</translation>
    </message>
    <message>
        <source>Load a table|Excel|Spreadsheet</source>
        <translation>Загрузить таблицу|Excel|Эксель</translation>
    </message>
    <message>
        <source>Import a process...</source>
        <translation>Импортировать процесс...</translation>
    </message>
    <message>
        <source>A BPMN 2.0 file into the process library</source>
        <translation>Файл BPMN 2.0 в библиотеку процессов</translation>
    </message>
    <message>
        <source>Load a process|BPMN</source>
        <translation>Загрузить процесс|BPMN</translation>
    </message>
    <message>
        <source>Hand over all work of a person...</source>
        <translation>Передать все дела сотрудника...</translation>
    </message>
    <message>
        <source>Change the owner of everything|Holiday|Successor</source>
        <translation>Сменить ответственного во всём|Отпуск|Преемник</translation>
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
        <source>Create article</source>
        <translation>Создать статью</translation>
    </message>
    <message>
        <source>New opportunity|Add opportunity|New deal|Add deal</source>
        <translation>Новая продажа|Добавить продажу|Новая сделка|Добавить сделку</translation>
    </message>
    <message>
        <source>New lead|Add lead</source>
        <translation>Новый лид|Добавить лид</translation>
    </message>
    <message>
        <source>New task|Add task|New activity|Add activity</source>
        <translation>Новая задача|Добавить задачу|Новая активность|Добавить активность</translation>
    </message>
    <message>
        <source>New account|Add account|New customer|Add customer</source>
        <translation>Новый контрагент|Добавить контрагента|Новый клиент|Добавить клиента</translation>
    </message>
    <message>
        <source>New contact|Add contact</source>
        <translation>Новый контакт|Добавить контакт</translation>
    </message>
    <message>
        <source>New product|Add product</source>
        <translation>Новый продукт|Добавить продукт</translation>
    </message>
    <message>
        <source>New order|Add order</source>
        <translation>Новый заказ|Добавить заказ</translation>
    </message>
    <message>
        <source>New article|Add article|New presentation</source>
        <translation>Новая статья|Добавить статью|Новая презентация</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Светлая тема</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Тёмная тема</translation>
    </message>
    <message>
        <source>Theme as in the system</source>
        <translation>Тема как в системе</translation>
    </message>
    <message>
        <source>Language: {language}</source>
        <translation>Язык: {language}</translation>
    </message>
    <message>
        <source>Runs on the won opportunity that is open</source>
        <translation>Запускается по открытой выигранной продаже</translation>
    </message>
    <message>
        <source>Runs on the record that is open</source>
        <translation>Запускается по открытой записи</translation>
    </message>
    <message>
        <source>Runs on the lead that is open, or creates a new one</source>
        <translation>Запускается по открытому лиду или создаёт новый</translation>
    </message>
    <message>
        <source>Creates a new opportunity and opens it</source>
        <translation>Создаёт новую продажу и открывает её</translation>
    </message>
    <message>
        <source>Run process</source>
        <translation>Запустить процесс</translation>
    </message>
    <message>
        <source>Go to My day</source>
        <translation>Перейти: Мой день</translation>
    </message>
    <message>
        <source>Go to Orders</source>
        <translation>Перейти к заказам</translation>
    </message>
    <message>
        <source>Go to Dashboards</source>
        <translation>Перейти к аналитике</translation>
    </message>
    <message>
        <source>Go to Products</source>
        <translation>Перейти к продуктам</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>Справка об этой странице</translation>
    </message>
    <message>
        <source>Manual: first sale in five minutes</source>
        <translation>Руководство: первая продажа за пять минут</translation>
    </message>
    <message>
        <source>Create product</source>
        <translation>Создать продукт</translation>
    </message>
    <message>
        <source>Create order</source>
        <translation>Создать заказ</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Versions of {number}</source>
        <translation>Версии: {number}</translation>
    </message>
    <message>
        <source>Version before</source>
        <translation>Прежняя версия</translation>
    </message>
    <message>
        <source>Version after</source>
        <translation>Новая версия</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Версия {number}</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Отличия</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>CompareVersions</name>
    <message>
        <source>Versions of {process}</source>
        <translation>Версии процесса «{process}»</translation>
    </message>
    <message>
        <source>Version before</source>
        <translation>Версия до</translation>
    </message>
    <message>
        <source>Version after</source>
        <translation>Версия после</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Версия {number}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>CompetitorLine</name>
    <message>
        <source>won this deal</source>
        <translation>выиграл эту сделку</translation>
    </message>
    <message>
        <source>Strengths</source>
        <translation>Сильные стороны</translation>
    </message>
    <message>
        <source>Weaknesses</source>
        <translation>Слабые стороны</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Убрать: {name}</translation>
    </message>
    <message>
        <source>Strengths of {name}</source>
        <translation>Сильные стороны: {name}</translation>
    </message>
    <message>
        <source>Weaknesses of {name}</source>
        <translation>Слабые стороны: {name}</translation>
    </message>
</context>
<context>
    <name>ConditionBar</name>
    <message>
        <source>Conditions</source>
        <translation>Условия</translation>
    </message>
    <message>
        <source>All must hold</source>
        <translation>Выполняются все</translation>
    </message>
    <message>
        <source>Any one is enough</source>
        <translation>Достаточно одного</translation>
    </message>
    <message>
        <source>Switch between all conditions and any one of them</source>
        <translation>Переключить: все условия или любое из них</translation>
    </message>
    <message>
        <source>Remove the condition “{condition}”</source>
        <translation>Убрать условие «{condition}»</translation>
    </message>
</context>
<context>
    <name>ConditionPopup</name>
    <message>
        <source>Choose or enter a value</source>
        <translation>Выберите или введите значение</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Условие</translation>
    </message>
    <message>
        <source>Show only where</source>
        <translation>Показать только, где</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>How it is compared</source>
        <translation>Как сравнивать</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Значения</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>From</source>
        <translation>От</translation>
    </message>
    <message>
        <source>To</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
</context>
<context>
    <name>ConditionWords</name>
    <message>
        <source>contains</source>
        <translation>содержит</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>не содержит</translation>
    </message>
    <message>
        <source>is</source>
        <translation>равно</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>одно из</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>ни одно из</translation>
    </message>
    <message>
        <source>has all of</source>
        <translation>есть все из</translation>
    </message>
    <message>
        <source>is me</source>
        <translation>я</translation>
    </message>
    <message>
        <source>is one of my team</source>
        <translation>моя команда</translation>
    </message>
    <message>
        <source>is between</source>
        <translation>между</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>не меньше</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>не больше</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>на этой неделе</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>в этом месяце</translation>
    </message>
    <message>
        <source>this quarter</source>
        <translation>в этом квартале</translation>
    </message>
    <message>
        <source>in the last days</source>
        <translation>за последние дни</translation>
    </message>
    <message>
        <source>in the next days</source>
        <translation>в ближайшие дни</translation>
    </message>
    <message>
        <source>before</source>
        <translation>до</translation>
    </message>
    <message>
        <source>after</source>
        <translation>после</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>не заполнено</translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation>заполнено</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>последний %n день</numerusform>
            <numerusform>последние %n дня</numerusform>
            <numerusform>последние %n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>next %n day(s)</source>
        <translation>
            <numerusform>ближайший %n день</numerusform>
            <numerusform>ближайшие %n дня</numerusform>
            <numerusform>ближайшие %n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n значение</numerusform>
            <numerusform>%n значения</numerusform>
            <numerusform>%n значений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictBar</name>
    <message>
        <source>Changed meanwhile: {fields}.</source>
        <translation>Изменено тем временем: {fields}.</translation>
    </message>
    <message>
        <source>Somebody else has saved these while you were editing them.</source>
        <translation>Пока вы правили эти поля, их сохранил кто-то другой.</translation>
    </message>
    <message>
        <source>Load theirs</source>
        <translation>Взять сохранённое</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Продолжить правку</translation>
    </message>
    <message>
        <source>Field by field</source>
        <translation>По полям</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Changed meanwhile</source>
        <translation>Изменено за это время</translation>
    </message>
    <message>
        <source>Changed meanwhile by {who}. Both of you have edited these fields:</source>
        <translation>За это время запись изменил(а) {who}. Эти поля изменили вы оба:</translation>
    </message>
    <message>
        <source>Somebody else has saved this record meanwhile. Both of you have edited these fields:</source>
        <translation>За это время запись сохранил кто-то другой. Эти поля изменили вы оба:</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Моё</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Чужое</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Оставить моё</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Взять чужое</translation>
    </message>
    <message>
        <source>Save as chosen</source>
        <translation>Сохранить выбранное</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>моё</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>чужое</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>ContactListPage</name>
    <message>
        <source>Contacts</source>
        <translation>Контакты</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Новый контакт</translation>
    </message>
    <message>
        <source>No contacts yet</source>
        <translation>Контактов пока нет</translation>
    </message>
    <message>
        <source>Write down the people that you speak with.</source>
        <translation>Запишите людей, с которыми вы говорите.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln contacts</source>
        <translation>
            <numerusform>%Ln контакт</numerusform>
            <numerusform>%Ln контакта</numerusform>
            <numerusform>%Ln контактов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactPage</name>
    <message>
        <source>Profile</source>
        <translation>Профиль</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Продажи</translation>
    </message>
    <message>
        <source>Takes part in no opportunity yet.</source>
        <translation>Пока не участвует ни в одной продаже.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Контрагент</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Примечания</translation>
    </message>
</context>
<context>
    <name>CopyDialog</name>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Save as...</source>
        <translation>Сохранить как...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Выйти без сохранения?</translation>
    </message>
    <message>
        <source>What you have written in this copy would be lost.</source>
        <translation>Написанное в этой копии пропадёт.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Остаться</translation>
    </message>
    <message>
        <source>The file {name} cannot be written.</source>
        <translation>Файл {name} не удаётся записать.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Сохранить как</translation>
    </message>
</context>
<context>
    <name>CreateDialog</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Имя и фамилия</translation>
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
    <message>
        <source>New product</source>
        <translation>Новый продукт</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Новый заказ</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Новая статья</translation>
    </message>
</context>
<context>
    <name>CurrenciesSection</name>
    <message>
        <source>Currencies</source>
        <translation>Валюты</translation>
    </message>
    <message>
        <source>A rate holds from its day on until the next one. By it the page of an opportunity shows an amount in another currency in the default one, {base}, too.</source>
        <translation>Курс действует со своего дня до следующего. По нему страница продажи показывает сумму в другой валюте ещё и в валюте по умолчанию, {base}.</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Курсы</translation>
    </message>
    <message>
        <source>No rates yet. Write down the first one beside this list.</source>
        <translation>Курсов пока нет. Введите первый рядом с этим списком.</translation>
    </message>
    <message>
        <source>New rate</source>
        <translation>Новый курс</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>From the day</source>
        <translation>Со дня</translation>
    </message>
    <message>
        <source>One unit is worth, in {base}</source>
        <translation>Стоимость единицы, {base}</translation>
    </message>
    <message>
        <source>Save the rate</source>
        <translation>Сохранить курс</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>1 {currency} = {rate} {base} from {day}</source>
        <translation>1 {currency} = {rate} {base} с {day}</translation>
    </message>
</context>
<context>
    <name>CustomerCard</name>
    <message>
        <source>Sent on {day}</source>
        <translation>Отправлен {day}</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Ещё не отправлен</translation>
    </message>
    <message>
        <source>comments on {day}</source>
        <translation>комментарии {day}</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Mark as sent...</source>
        <translation>Отметить отправку...</translation>
    </message>
    <message>
        <source>Comments of the customer...</source>
        <translation>Комментарии клиента...</translation>
    </message>
</context>
<context>
    <name>CustomerDialog</name>
    <message>
        <source>Comments of the customer on {number}</source>
        <translation>Комментарии клиента: {number}</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>Дата получения</translation>
    </message>
    <message>
        <source>What the customer said</source>
        <translation>Что сказал клиент</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>CustomerField</name>
    <message>
        <source>{name} (a person)</source>
        <translation>{name} (физическое лицо)</translation>
    </message>
    <message>
        <source>Choose an account or a person...</source>
        <translation>Выберите компанию или человека...</translation>
    </message>
    <message>
        <source>Create the account “{name}”</source>
        <translation>Создать контрагента «{name}»</translation>
    </message>
    <message>
        <source>Create the person “{name}”</source>
        <translation>Создать контакт «{name}»</translation>
    </message>
</context>
<context>
    <name>DashboardFilters</name>
    <message>
        <source>All products</source>
        <translation>Все продукты</translation>
    </message>
    <message>
        <source>All needs</source>
        <translation>Все потребности</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Сотрудники</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Продукт</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>Потребность</translation>
    </message>
    <message>
        <source>Days of your own...</source>
        <translation>Свои даты...</translation>
    </message>
    <message>
        <source>All people</source>
        <translation>Все сотрудники</translation>
    </message>
    <message>
        <source>My team</source>
        <translation>Моя команда</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Team of</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Rep</source>
        <translation>Сотрудник</translation>
    </message>
    <message>
        <source>Team of {name}</source>
        <translation>Команда: {name}</translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message>
        <source>Sales dashboard</source>
        <translation>Аналитика продаж</translation>
    </message>
    <message>
        <source>Show all time</source>
        <translation>Показать всё время</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Изображение (PNG)</translation>
    </message>
    <message>
        <source>Picture (SVG)</source>
        <translation>Изображение (SVG)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Таблица (CSV)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Выгрузить</translation>
    </message>
    <message>
        <source>Nothing in this period.</source>
        <translation>В этом периоде ничего нет.</translation>
    </message>
    <message>
        <source>There are sales in other periods.</source>
        <translation>Продажи есть в других периодах.</translation>
    </message>
    <message>
        <source>Nothing to count yet</source>
        <translation>Считать пока нечего</translation>
    </message>
    <message>
        <source>Funnel, forecast and plan appear here as soon as there are sales.</source>
        <translation>Воронка, прогноз и план появятся здесь вместе с первыми продажами.</translation>
    </message>
    <message>
        <source>Go to the opportunities</source>
        <translation>Перейти к продажам</translation>
    </message>
    <message>
        <source>“{file}” could not be written. Choose another place.</source>
        <translation>Не удалось записать «{file}». Выберите другое место.</translation>
    </message>
    <message>
        <source>The dashboard was saved as “{file}”.</source>
        <translation>Аналитика сохранена: «{file}».</translation>
    </message>
</context>
<context>
    <name>DashboardSheet</name>
    <message>
        <source>{share} of plan</source>
        <translation>{share} плана</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Выиграно</translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s)</source>
        <translation>
            <numerusform>%n продажа</numerusform>
            <numerusform>%n продажи</numerusform>
            <numerusform>%n продаж</numerusform>
        </translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>Доля побед</translation>
    </message>
    <message>
        <source>lost: {number}</source>
        <translation>проиграно: {number}</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Проиграно</translation>
    </message>
    <message>
        <source>Time spent on a won deal</source>
        <translation>Время на выигранную продажу</translation>
    </message>
    <message>
        <source>lost: {hours}</source>
        <translation>проигранная: {hours}</translation>
    </message>
    <message numerus="yes">
        <source>{sign} %n point(s) on the period before</source>
        <translation>
            <numerusform>{sign} %n пункт к прошлому периоду</numerusform>
            <numerusform>{sign} %n пункта к прошлому периоду</numerusform>
            <numerusform>{sign} %n пунктов к прошлому периоду</numerusform>
        </translation>
    </message>
    <message>
        <source>Forecast for the period</source>
        <translation>Прогноз на период</translation>
    </message>
    <message>
        <source>the period is over</source>
        <translation>период завершён</translation>
    </message>
    <message>
        <source>The period is over: nothing is open in it any more.</source>
        <translation>Период завершён: открытых продаж в нём больше нет.</translation>
    </message>
    <message>
        <source>No open sale with an amount may close in this period.</source>
        <translation>Нет открытых продаж с суммой, которые могут закрыться в этом периоде.</translation>
    </message>
    <message numerus="yes">
        <source>Drawn from the newest %Ln closed sale(s): in 10, 50 and 90 of 100 runs less is won.</source>
        <translation>
            <numerusform>Разыграно по %Ln последней закрытой продаже: в 10, 50 и 90 розыгрышах из 100 выиграно меньше.</numerusform>
            <numerusform>Разыграно по %Ln последним закрытым продажам: в 10, 50 и 90 розыгрышах из 100 выиграно меньше.</numerusform>
            <numerusform>Разыграно по %Ln последним закрытым продажам: в 10, 50 и 90 розыгрышах из 100 выиграно меньше.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only sales in {currency} are drawn.</source>
        <translation>Разыгрываются только продажи в валюте {currency}.</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>Воронка</translation>
    </message>
    <message>
        <source>Won and lost by month</source>
        <translation>Победы и проигрыши по месяцам</translation>
    </message>
    <message>
        <source>Days in a stage</source>
        <translation>Дни на стадии</translation>
    </message>
    <message>
        <source>Why we lost</source>
        <translation>Почему проиграли</translation>
    </message>
    <message>
        <source>Won and lost by rep</source>
        <translation>Победы и проигрыши по сотрудникам</translation>
    </message>
    <message>
        <source>Won and lost by competitor</source>
        <translation>Победы и проигрыши по конкурентам</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Прогноз</translation>
    </message>
    <message>
        <source>Hours spent against income</source>
        <translation>Затраченные часы и доход</translation>
    </message>
    <message>
        <source>Nothing was closed in this period</source>
        <translation>В этом периоде ничего не закрыто</translation>
    </message>
    <message>
        <source>Spread of the forecast</source>
        <translation>Разброс прогноза</translation>
    </message>
    <message>
        <source>No sale was open in this period</source>
        <translation>В этом периоде не было открытых продаж</translation>
    </message>
    <message>
        <source>No stage was left in this period</source>
        <translation>В этом периоде ни одна стадия не завершена</translation>
    </message>
    <message>
        <source>Nothing was lost in this period</source>
        <translation>В этом периоде ничего не проиграно</translation>
    </message>
    <message>
        <source>No hours were recorded on what was closed in this period</source>
        <translation>Для закрытого в этом периоде часы не записаны</translation>
    </message>
    <message>
        <source>Only the newest stays of this period are counted.</source>
        <translation>Учтены только самые новые пребывания этого периода.</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>All records are kept in this database.</source>
        <translation>Все записи хранятся в этой базе данных.</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Импорт и экспорт</translation>
    </message>
    <message>
        <source>A CSV or XLSX file becomes records: every row is checked first, and one undo takes all of it back. Each list is exported from its own head.</source>
        <translation>Файл CSV или XLSX становится записями: сначала проверяется каждая строка, а одна отмена возвращает всё назад. Каждый список экспортируется из своего заголовка.</translation>
    </message>
    <message>
        <source>Import a table...</source>
        <translation>Импортировать таблицу...</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Write a date, for example {example}</source>
        <translation>Введите дату, например {example}</translation>
    </message>
</context>
<context>
    <name>DealRow</name>
    <message>
        <source>Task</source>
        <translation>Задача</translation>
    </message>
    <message>
        <source>New task: {title}</source>
        <translation>Новая задача: {title}</translation>
    </message>
    <message>
        <source>Open {title}</source>
        <translation>Открыть {title}</translation>
    </message>
    <message numerus="yes">
        <source>No next step for %n day(s)</source>
        <translation>
            <numerusform>Нет следующего шага: %n день</numerusform>
            <numerusform>Нет следующего шага: %n дня</numerusform>
            <numerusform>Нет следующего шага: %n дней</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DealsCard</name>
    <message>
        <source>Deals: next step missing or overdue</source>
        <translation>Продажи: шага нет или он просрочен</translation>
    </message>
    <message>
        <source>Every deal has a next step.</source>
        <translation>У каждой продажи есть следующий шаг.</translation>
    </message>
</context>
<context>
    <name>DecideDialog</name>
    <message>
        <source>Approve {number}</source>
        <translation>Согласовать {number}</translation>
    </message>
    <message>
        <source>Return {number} for rework</source>
        <translation>Вернуть на доработку: {number}</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>What is to be changed</source>
        <translation>Что нужно изменить</translation>
    </message>
    <message>
        <source>Not filled in: {names}</source>
        <translation>Не заполнено: {names}</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Согласовать</translation>
    </message>
    <message>
        <source>Return for rework</source>
        <translation>Вернуть на доработку</translation>
    </message>
</context>
<context>
    <name>DiagramView</name>
    <message>
        <source>Diagram of the process {process}. Running: {steps}</source>
        <translation>Схема процесса «{process}». Выполняется: {steps}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
</context>
<context>
    <name>DiagramWords</name>
    <message>
        <source>taken</source>
        <translation>пройдено</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Добавлено</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Удалено</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>running</source>
        <translation>выполняется</translation>
    </message>
    <message>
        <source>done</source>
        <translation>выполнено</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>Sequence flow</source>
        <translation>Поток управления</translation>
    </message>
    <message>
        <source>Message flow</source>
        <translation>Поток сообщений</translation>
    </message>
    <message>
        <source>Association</source>
        <translation>Связь</translation>
    </message>
    <message>
        <source>Data association</source>
        <translation>Связь данных</translation>
    </message>
    <message>
        <source>Conversation link</source>
        <translation>Связь общения</translation>
    </message>
    <message>
        <source>message</source>
        <translation>сообщение</translation>
    </message>
    <message>
        <source>timer</source>
        <translation>таймер</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>условие</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>сигнал</translation>
    </message>
    <message>
        <source>error</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>escalation</source>
        <translation>эскалация</translation>
    </message>
    <message>
        <source>compensation</source>
        <translation>компенсация</translation>
    </message>
    <message>
        <source>cancellation</source>
        <translation>отмена</translation>
    </message>
    <message>
        <source>link</source>
        <translation>ссылка</translation>
    </message>
    <message>
        <source>terminates all</source>
        <translation>завершает всё</translation>
    </message>
    <message>
        <source>one of several</source>
        <translation>одно из нескольких</translation>
    </message>
    <message>
        <source>all of several</source>
        <translation>все из нескольких</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Задача</translation>
    </message>
    <message>
        <source>User task</source>
        <translation>Задача пользователя</translation>
    </message>
    <message>
        <source>Manual task</source>
        <translation>Ручная задача</translation>
    </message>
    <message>
        <source>Service task</source>
        <translation>Задача-сервис</translation>
    </message>
    <message>
        <source>Script task</source>
        <translation>Задача-сценарий</translation>
    </message>
    <message>
        <source>Business rule task</source>
        <translation>Задача-бизнес-правило</translation>
    </message>
    <message>
        <source>Send task</source>
        <translation>Отправка сообщения</translation>
    </message>
    <message>
        <source>Receive task</source>
        <translation>Получение сообщения</translation>
    </message>
    <message>
        <source>Sub-process</source>
        <translation>Подпроцесс</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Транзакция</translation>
    </message>
    <message>
        <source>Ad-hoc sub-process</source>
        <translation>Свободный подпроцесс</translation>
    </message>
    <message>
        <source>Call of another process</source>
        <translation>Вызов другого процесса</translation>
    </message>
    <message>
        <source>Start event</source>
        <translation>Начальное событие</translation>
    </message>
    <message>
        <source>End event</source>
        <translation>Конечное событие</translation>
    </message>
    <message>
        <source>Boundary event</source>
        <translation>Граничное событие</translation>
    </message>
    <message>
        <source>Waiting event</source>
        <translation>Ожидание события</translation>
    </message>
    <message>
        <source>Throwing event</source>
        <translation>Событие-отправка</translation>
    </message>
    <message>
        <source>Exclusive gateway</source>
        <translation>Исключающий шлюз</translation>
    </message>
    <message>
        <source>Parallel gateway</source>
        <translation>Параллельный шлюз</translation>
    </message>
    <message>
        <source>Inclusive gateway</source>
        <translation>Включающий шлюз</translation>
    </message>
    <message>
        <source>Event-based gateway</source>
        <translation>Шлюз по событиям</translation>
    </message>
    <message>
        <source>Complex gateway</source>
        <translation>Сложный шлюз</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Пул</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Дорожка</translation>
    </message>
    <message>
        <source>Data object</source>
        <translation>Объект данных</translation>
    </message>
    <message>
        <source>Data input</source>
        <translation>Входные данные</translation>
    </message>
    <message>
        <source>Data output</source>
        <translation>Выходные данные</translation>
    </message>
    <message>
        <source>Data store</source>
        <translation>Хранилище данных</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Группа</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Общение</translation>
    </message>
    <message>
        <source>Sub-conversation</source>
        <translation>Вложенное общение</translation>
    </message>
    <message>
        <source>Call of a conversation</source>
        <translation>Вызов общения</translation>
    </message>
    <message>
        <source>Choreography task</source>
        <translation>Задача хореографии</translation>
    </message>
    <message>
        <source>Sub-choreography</source>
        <translation>Вложенная хореография</translation>
    </message>
    <message>
        <source>Call of a choreography</source>
        <translation>Вызов хореографии</translation>
    </message>
</context>
<context>
    <name>DiagramZoom</name>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+колесо</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Мельче</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Крупнее</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать целиком</translation>
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
    <name>DifferenceView</name>
    <message>
        <source>Version {number}</source>
        <translation>Версия {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n отличие</numerusform>
            <numerusform>%n отличия</numerusform>
            <numerusform>%n отличий</numerusform>
        </translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Отличия</translation>
    </message>
    <message>
        <source>The steps are the same. Only the drawing can differ.</source>
        <translation>Шаги те же самые. Отличаться может только рисунок.</translation>
    </message>
    <message>
        <source>added</source>
        <translation>добавлено</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>удалено</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>изменено</translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>DocumentPage</name>
    <message>
        <source>Version {number}</source>
        <translation>Версия {number}</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создан</translation>
    </message>
    <message>
        <source>Not filled in:</source>
        <translation>Не заполнено:</translation>
    </message>
    <message>
        <source>Fill in again</source>
        <translation>Заполнить снова</translation>
    </message>
    <message>
        <source>Print preview and PDF</source>
        <translation>Просмотр печати и PDF</translation>
    </message>
    <message>
        <source>Why is it so?</source>
        <translation>Почему так?</translation>
    </message>
    <message>
        <source>Ask for approval</source>
        <translation>Передать на согласование</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Согласовать</translation>
    </message>
    <message>
        <source>Return for rework</source>
        <translation>Вернуть на доработку</translation>
    </message>
    <message>
        <source>Withdraw the request for approval</source>
        <translation>Отозвать запрос на согласование</translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation>Отметить отправку</translation>
    </message>
    <message>
        <source>Comments of the customer</source>
        <translation>Комментарии клиента</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>Сравнить версии</translation>
    </message>
    <message>
        <source>Open the opportunity</source>
        <translation>Открыть продажу</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Продажа</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>What has changed (a new version is made)</source>
        <translation>Что изменилось (будет создана новая версия)</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Nothing more is known yet. Fill it in on the opportunity, or here.</source>
        <translation>Новых данных пока нет. Заполните их в продаже или прямо здесь.</translation>
    </message>
    <message>
        <source>The opportunity has no products yet.</source>
        <translation>В продаже ещё нет продуктов.</translation>
    </message>
    <message>
        <source>Preview of {number}</source>
        <translation>Просмотр: {number}</translation>
    </message>
</context>
<context>
    <name>DocumentsTab</name>
    <message>
        <source>New proposal</source>
        <translation>Новое КП</translation>
    </message>
    <message>
        <source>New contract</source>
        <translation>Новый договор</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлен</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Комментарии</translation>
    </message>
    <message>
        <source>No documents yet</source>
        <translation>Документов пока нет</translation>
    </message>
    <message>
        <source>Make a proposal or a contract from a template: it is filled with what is known of this sale.</source>
        <translation>Создайте коммерческое предложение или договор по шаблону: он заполнится данными этой продажи.</translation>
    </message>
    <message>
        <source>There is no template of this kind</source>
        <translation>Шаблона такого вида нет</translation>
    </message>
</context>
<context>
    <name>DraftBar</name>
    <message>
        <source>You have unsaved changes from {time}.</source>
        <translation>Есть несохранённые изменения от {time}.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Отбросить</translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>Find duplicates</source>
        <translation>Поиск дублей</translation>
    </message>
    <message>
        <source>Looking through all records...</source>
        <translation>Просматриваются все записи...</translation>
    </message>
    <message>
        <source>Records that may be the same</source>
        <translation>Записи, которые могут быть одинаковыми</translation>
    </message>
    <message>
        <source>Names, addresses and phone numbers were compared. Nothing is there twice.</source>
        <translation>Сравнили названия, адреса и номера телефонов. Повторов нет.</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <translation>Дублей нет</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>They are different</source>
        <translation>Это разные записи</translation>
    </message>
    <message>
        <source>Compare and merge...</source>
        <translation>Сравнить и объединить...</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n запись</numerusform>
            <numerusform>%n записи</numerusform>
            <numerusform>%n записей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) of records that may be the same.</source>
        <translation>
            <numerusform>%n группа записей, которые могут быть одинаковыми.</numerusform>
            <numerusform>%n группы записей, которые могут быть одинаковыми.</numerusform>
            <numerusform>%n групп записей, которые могут быть одинаковыми.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are more; they come when these are settled.</source>
        <translation>Есть и другие, они появятся, когда вы разберёте эти.</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Import or export...</source>
        <translation>Импорт или экспорт...</translation>
    </message>
    <message>
        <source>Export this list to a workbook (XLSX)...</source>
        <translation>Экспорт списка в книгу (XLSX)...</translation>
    </message>
    <message>
        <source>Excel|Spreadsheet|Save the list</source>
        <translation>Excel|Эксель|Таблица|Сохранить список</translation>
    </message>
    <message>
        <source>Export this list to CSV...</source>
        <translation>Экспорт списка в CSV...</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Импорт и экспорт</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>Импорт...</translation>
    </message>
    <message>
        <source>Export all rows to a workbook (XLSX)...</source>
        <translation>Экспорт всех строк в книгу (XLSX)...</translation>
    </message>
    <message>
        <source>Export all rows to CSV...</source>
        <translation>Экспорт всех строк в CSV...</translation>
    </message>
    <message>
        <source>There is nothing in this list</source>
        <translation>В этом списке ничего нет</translation>
    </message>
    <message numerus="yes">
        <source>Export %n selected row(s) to a workbook (XLSX)...</source>
        <translation>
            <numerusform>Экспорт %n выбранной строки в книгу (XLSX)...</numerusform>
            <numerusform>Экспорт %n выбранных строк в книгу (XLSX)...</numerusform>
            <numerusform>Экспорт %n выбранных строк в книгу (XLSX)...</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n selected row(s) to CSV...</source>
        <translation>
            <numerusform>Экспорт %n выбранной строки в CSV...</numerusform>
            <numerusform>Экспорт %n выбранных строк в CSV...</numerusform>
            <numerusform>Экспорт %n выбранных строк в CSV...</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) exported to {path}</source>
        <translation>
            <numerusform>Экспортирована %n строка: {path}</numerusform>
            <numerusform>Экспортировано %n строки: {path}</numerusform>
            <numerusform>Экспортировано %n строк: {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>Exporting...</source>
        <translation>Идёт экспорт...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} из {total}</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>currency</source>
        <translation>валюта</translation>
    </message>
    <message>
        <source>{heading}, seconds</source>
        <translation>{heading}, секунды</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>Книга (*.xlsx)</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Экспорт списка</translation>
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
    <name>FeedTab</name>
    <message>
        <source>New comment</source>
        <translation>Новый комментарий</translation>
    </message>
    <message>
        <source>Write to everybody on this sale; @ and a name tells that person</source>
        <translation>Напишите всем участникам продажи; @ и имя сообщит этому человеку</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Earlier comments</source>
        <translation>Более ранние комментарии</translation>
    </message>
    <message>
        <source>No comments yet</source>
        <translation>Комментариев пока нет</translation>
    </message>
    <message>
        <source>Ask, answer, tell: everybody on the sale reads it.</source>
        <translation>Спросите, ответьте, расскажите: это прочтут все, кто ведёт продажу.</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>A CSV or XLSX file: choose it, or drop it here</source>
        <translation>Файл CSV или XLSX: выберите его или перетащите сюда</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Выбрать...</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Import as</source>
        <translation>Импортировать как</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Первые строки файла</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Кодировка</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Разделитель</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Лист</translation>
    </message>
    <message>
        <source>Line of the headings</source>
        <translation>Строка заголовков</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>Сначала выберите файл.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Продажи</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Лиды</translation>
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
        <source>Activities</source>
        <translation>Активности</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Продукты</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>запятая</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>точка с запятой</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>табуляция</translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation>вертикальная черта</translation>
    </message>
    <message>
        <source>found by itself</source>
        <translation>определяется сам</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv *.xlsx *.xlsm)</source>
        <translation>Таблицы (*.csv *.txt *.tsv *.xlsx *.xlsm)</translation>
    </message>
    <message>
        <source>Choose the file to import</source>
        <translation>Выберите файл для импорта</translation>
    </message>
</context>
<context>
    <name>FilesTab</name>
    <message>
        <source>Drop files here. One file may have up to {size}; they are kept in the workspace.</source>
        <translation>Файлы можно перетащить сюда. Размер файла до {size}; они хранятся в рабочей базе.</translation>
    </message>
    <message>
        <source>Attach...</source>
        <translation>Прикрепить...</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open a copy of it</source>
        <translation>Открыть копию</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Править</translation>
    </message>
    <message>
        <source>Edit this copy; the article it comes from is not changed</source>
        <translation>Править эту копию; статья, из которой она взята, не меняется</translation>
    </message>
    <message>
        <source>Save as...</source>
        <translation>Сохранить как...</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>Attaching</source>
        <translation>Прикрепление</translation>
    </message>
    <message>
        <source>There is no preview of this kind of file.</source>
        <translation>Для файлов этого вида просмотра нет.</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Файлов пока нет</translation>
    </message>
    <message>
        <source>Drop files here, or press Attach.</source>
        <translation>Перетащите сюда файлы или нажмите «Прикрепить».</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Прикрепить файлы</translation>
    </message>
    <message>
        <source>This is a program. Save it first, and start it only if you trust it.</source>
        <translation>Это программа. Сначала сохраните её и запускайте, только если доверяете ей.</translation>
    </message>
    <message>
        <source>No program on this computer opens this kind of file. Save it instead.</source>
        <translation>На этом компьютере нет программы для таких файлов. Сохраните файл.</translation>
    </message>
    <message>
        <source>copy of “{article}”</source>
        <translation>копия статьи «{article}»</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Сохранить файл</translation>
    </message>
</context>
<context>
    <name>FillInHint</name>
    <message>
        <source>{fields} and {last}</source>
        <translation>{fields} и {last}</translation>
    </message>
    <message>
        <source>{fields} is still missing: {known} of {asked} are known.</source>
        <translation>Не хватает: {fields}. Известно {known} из {asked}.</translation>
    </message>
    <message>
        <source>{fields} are still missing: {known} of {asked} are known.</source>
        <translation>Не хватает: {fields}. Известно {known} из {asked}.</translation>
    </message>
    <message>
        <source>Fill in the opportunity.</source>
        <translation>Заполните продажу.</translation>
    </message>
    <message>
        <source>Go to the first</source>
        <translation>Перейти к первому полю</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Find in this list</source>
        <translation>Найти в списке</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Колонки</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Показать всё</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Добавить условие</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Мои</translation>
    </message>
    <message>
        <source>My team</source>
        <translation>Моя команда</translation>
    </message>
    <message>
        <source>All people</source>
        <translation>Все сотрудники</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открытые</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрытые</translation>
    </message>
    <message>
        <source>Open and closed</source>
        <translation>Открытые и закрытые</translation>
    </message>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n стадия</numerusform>
            <numerusform>%n стадии</numerusform>
            <numerusform>%n стадий</numerusform>
        </translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Чьи</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Стадия</translation>
    </message>
    <message>
        <source>All stages</source>
        <translation>Все стадии</translation>
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
    <name>FittingTabs</name>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>More tabs</source>
        <translation>Другие вкладки</translation>
    </message>
    <message>
        <source>Tabs for which there is no room</source>
        <translation>Вкладки, для которых не хватило места</translation>
    </message>
</context>
<context>
    <name>FormattedField</name>
    <message>
        <source>Bold</source>
        <translation>Полужирный</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Курсив</translation>
    </message>
    <message>
        <source>Underlined</source>
        <translation>Подчёркнутый</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Smaller heading</source>
        <translation>Подзаголовок</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Нумерованный список</translation>
    </message>
    <message>
        <source>Link...</source>
        <translation>Ссылка...</translation>
    </message>
    <message>
        <source>Picture...</source>
        <translation>Картинка...</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Обычный текст</translation>
    </message>
    <message>
        <source>Formatting</source>
        <translation>Оформление</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Картинки</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Выберите картинку</translation>
    </message>
</context>
<context>
    <name>GateDialog</name>
    <message>
        <source>Before it leaves {stage}</source>
        <translation>Прежде чем покинуть стадию «{stage}»</translation>
    </message>
    <message>
        <source>These fields are needed first. They are saved together with the step.</source>
        <translation>Сначала нужны эти поля. Они сохранятся вместе с этим шагом.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>confirmed by the customer</source>
        <translation>подтверждён клиентом</translation>
    </message>
    <message>
        <source>not confirmed yet</source>
        <translation>ещё не подтверждён</translation>
    </message>
    <message>
        <source>Fill this in</source>
        <translation>Заполните это поле</translation>
    </message>
</context>
<context>
    <name>GuideSheet</name>
    <message>
        <source>Close the guide</source>
        <translation>Закрыть руководство</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Цель</translation>
    </message>
    <message>
        <source>Recommended steps</source>
        <translation>Рекомендуемые шаги</translation>
    </message>
    <message>
        <source>What the program does</source>
        <translation>Что делает программа</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Что дальше</translation>
    </message>
    <message>
        <source>From the process “{process}”.</source>
        <translation>Из процесса «{process}».</translation>
    </message>
    <message>
        <source>The process “{process}” says nothing about this stage: it waits until another is chosen.</source>
        <translation>Процесс «{process}» ничего не говорит об этой стадии: он ждёт, пока не выберут другую.</translation>
    </message>
    <message>
        <source>Guide of the stage {stage}</source>
        <translation>Руководство по стадии «{stage}»</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>{name} leaves</source>
        <translation>{name} больше не работает</translation>
    </message>
    <message>
        <source>All open work and the accounts go to somebody else, who is told. It can be undone.</source>
        <translation>Все открытые дела и контрагенты перейдут к другому сотруднику, он получит уведомление. Это можно отменить.</translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation>Кому передать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Передать</translation>
    </message>
    <message>
        <source>Choose who takes over</source>
        <translation>Выберите, кому передать</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>closes {date}</source>
        <translation>закрытие {date}</translation>
    </message>
    <message>
        <source>probability {percent} %</source>
        <translation>вероятность {percent} %</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Лид</translation>
    </message>
    <message>
        <source>Open the lead: {lead}</source>
        <translation>Открыть лид: {lead}</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Действия</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Run the corporate sales process</source>
        <translation>Запустить процесс корпоративных продаж</translation>
    </message>
    <message>
        <source>Cancel the process...</source>
        <translation>Отменить процесс...</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Новая задача</translation>
    </message>
    <message>
        <source>New call</source>
        <translation>Новый звонок</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Новая заметка</translation>
    </message>
    <message>
        <source>Hand over...</source>
        <translation>Передать...</translation>
    </message>
    <message>
        <source>Tags...</source>
        <translation>Теги...</translation>
    </message>
    <message>
        <source>Delete...</source>
        <translation>Удалить...</translation>
    </message>
    <message>
        <source>Why is it on this stage?</source>
        <translation>Почему она на этой стадии?</translation>
    </message>
    <message>
        <source>Create order</source>
        <translation>Создать заказ</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>On this page</source>
        <translation>На этой странице</translation>
    </message>
    <message>
        <source>Nothing in the manual has all these words. Try fewer, or a part of a word.</source>
        <translation>В руководстве нет страницы со всеми этими словами. Попробуйте меньше слов или часть слова.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) found</source>
        <translation>
            <numerusform>Найдена %n страница</numerusform>
            <numerusform>Найдены %n страницы</numerusform>
            <numerusform>Найдено %n страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Руководство</translation>
    </message>
    <message>
        <source>Back in the manual</source>
        <translation>Назад в руководстве</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Содержание</translation>
    </message>
    <message>
        <source>Close the manual</source>
        <translation>Закрыть руководство</translation>
    </message>
    <message>
        <source>Find in the manual</source>
        <translation>Поиск в руководстве</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>Страница руководства</translation>
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
    <name>HistoryModel</name>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>{what} (undone)</source>
        <translation>{what} (отменено)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Стало</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Поля</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Стадии</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>Notes and comments</source>
        <translation>Заметки и комментарии</translation>
    </message>
    <message>
        <source>Participants, competitors, files</source>
        <translation>Участники, конкуренты, файлы</translation>
    </message>
    <message>
        <source>Show in the history</source>
        <translation>Показать в истории</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Здесь ничего нет</translation>
    </message>
    <message>
        <source>No change of this kind was made.</source>
        <translation>Таких изменений не было.</translation>
    </message>
</context>
<context>
    <name>HoursSection</name>
    <message>
        <source>Working hours</source>
        <translation>Рабочее время</translation>
    </message>
    <message>
        <source>The tasks of a process are planned inside the working hours, by the clock of the responsible.</source>
        <translation>Задачи процесса планируются в рабочее время, по часам ответственного.</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>Рабочие дни</translation>
    </message>
    <message>
        <source>The day begins</source>
        <translation>Начало дня</translation>
    </message>
    <message>
        <source>The day ends</source>
        <translation>Конец дня</translation>
    </message>
</context>
<context>
    <name>ImportProcess</name>
    <message>
        <source>Import the process {name}</source>
        <translation>Импорт процесса {name}</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Скопировать список</translation>
    </message>
    <message>
        <source>Try it out</source>
        <translation>Попробовать</translation>
    </message>
    <message>
        <source>On an imagined record, before it is imported: nothing is written</source>
        <translation>На воображаемой записи, ещё до импорта: ничего не сохраняется</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n ошибка</numerusform>
            <numerusform>%n ошибки</numerusform>
            <numerusform>%n ошибок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n замечание</numerusform>
            <numerusform>%n замечания</numerusform>
            <numerusform>%n замечаний</numerusform>
        </translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Замечания</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>строка {line}</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>This very file is in the library already, as version {number}.</source>
        <translation>Этот самый файл уже в библиотеке, это версия {number}.</translation>
    </message>
    <message>
        <source>Nothing was imported. Correct the file in a modeller and import it again.</source>
        <translation>Ничего не импортировано. Исправьте файл в редакторе процессов и импортируйте снова.</translation>
    </message>
    <message>
        <source>This file cannot be run here.</source>
        <translation>Этот файл здесь запустить нельзя.</translation>
    </message>
    <message>
        <source>It becomes version {number}.</source>
        <translation>Он станет версией {number}.</translation>
    </message>
    <message>
        <source>Version {number} is run now.</source>
        <translation>Сейчас запускается версия {number}.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) stay on their version until moved.</source>
        <translation>
            <numerusform>%n запуск останется на своей версии, пока его не переведут.</numerusform>
            <numerusform>%n запуска останутся на своей версии, пока их не переведут.</numerusform>
            <numerusform>%n запусков останутся на своей версии, пока их не переведут.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is new in the library.</source>
        <translation>В библиотеке такого процесса ещё нет.</translation>
    </message>
    <message>
        <source>It can be run, though not all is as the standard wants it.</source>
        <translation>Процесс можно запускать, хотя не всё в нём так, как требует стандарт.</translation>
    </message>
    <message>
        <source>Import a process</source>
        <translation>Импорт процесса</translation>
    </message>
    <message>
        <source>BPMN 2.0 (*.bpmn *.xml);;All files (*)</source>
        <translation>BPMN 2.0 (*.bpmn *.xml);;Все файлы (*)</translation>
    </message>
    <message>
        <source>{name} is larger than {most} MB: that is no process.</source>
        <translation>{name} больше {most} МБ: это не процесс.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>Не удаётся прочитать {name}: {reason}.</translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>Leave the import?</source>
        <translation>Выйти из импорта?</translation>
    </message>
    <message>
        <source>Nothing was imported. What you have chosen here is lost, unless the mapping was kept.</source>
        <translation>Ничего не импортировано. Выбранное здесь пропадёт, если сопоставление не сохранено.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Delete the mapping?</source>
        <translation>Удалить сопоставление?</translation>
    </message>
    <message>
        <source>“{name}” is kept for everyone. This can be undone.</source>
        <translation>«{name}» сохранено для всех. Это можно отменить.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Checking every row...</source>
        <translation>Проверяется каждая строка...</translation>
    </message>
    <message>
        <source>Importing...</source>
        <translation>Идёт импорт...</translation>
    </message>
    <message>
        <source>Cancelling...</source>
        <translation>Отменяется...</translation>
    </message>
    <message>
        <source>Finishing...</source>
        <translation>Завершается...</translation>
    </message>
    <message>
        <source>{what} {done} of {total}</source>
        <translation>{what} {done} из {total}</translation>
    </message>
</context>
<context>
    <name>IncidentBar</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>Change data...</source>
        <translation>Изменить данные...</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробнее</translation>
    </message>
    <message>
        <source>Go on without the work of the service that failed</source>
        <translation>Продолжить без работы службы, в которой сбой</translation>
    </message>
    <message>
        <source>{process} cannot go on:</source>
        <translation>Процесс «{process}» не может продолжиться:</translation>
    </message>
    <message>
        <source>“{step}”: {reason} {advice}</source>
        <translation>«{step}»: {reason} {advice}</translation>
    </message>
    <message>
        <source>What failed</source>
        <translation>Что не удалось</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>KindField</name>
    <message>
        <source>Task</source>
        <translation>Задача</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Встреча</translation>
    </message>
</context>
<context>
    <name>LeadListPage</name>
    <message>
        <source>Leads</source>
        <translation>Лиды</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>Новый лид</translation>
    </message>
    <message>
        <source>No open leads</source>
        <translation>Открытых лидов нет</translation>
    </message>
    <message>
        <source>Write down who needs what; at “Awaiting sale” the sale begins by itself.</source>
        <translation>Запишите, кому что нужно; на стадии «Ожидание продажи» продажа начнётся сама.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln leads</source>
        <translation>
            <numerusform>%Ln лид</numerusform>
            <numerusform>%Ln лида</numerusform>
            <numerusform>%Ln лидов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeadPage</name>
    <message>
        <source>Created</source>
        <translation>Создан</translation>
    </message>
    <message>
        <source>Open the opportunity</source>
        <translation>Открыть продажу</translation>
    </message>
    <message>
        <source>It waited until {day}.</source>
        <translation>Лид ждал до {day}.</translation>
    </message>
    <message>
        <source>Put aside until {day}.</source>
        <translation>Отложен до {day}.</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>Вернуть в работу</translation>
    </message>
    <message>
        <source>Disqualified: {reason}</source>
        <translation>Дисквалифицирован: {reason}</translation>
    </message>
    <message>
        <source>The lead is closed.</source>
        <translation>Лид закрыт.</translation>
    </message>
    <message>
        <source>The lead is not put aside.</source>
        <translation>Лид не отложен.</translation>
    </message>
    <message>
        <source>Assign an owner...</source>
        <translation>Назначить ответственного...</translation>
    </message>
    <message>
        <source>Hand off to sales...</source>
        <translation>Передать в продажу...</translation>
    </message>
    <message>
        <source>Run the lead handover</source>
        <translation>Запустить перевод лида</translation>
    </message>
    <message>
        <source>Put aside until...</source>
        <translation>Отложить до...</translation>
    </message>
    <message>
        <source>{stage}...</source>
        <translation>{stage}...</translation>
    </message>
    <message>
        <source>New task for this lead</source>
        <translation>Новая задача по этому лиду</translation>
    </message>
    <message>
        <source>Go to the next steps</source>
        <translation>К следующим шагам</translation>
    </message>
    <message>
        <source>Open the opportunity of this lead</source>
        <translation>Открыть продажу этого лида</translation>
    </message>
    <message>
        <source>Move to {stage}</source>
        <translation>Перевести на стадию «{stage}»</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Профиль</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>Потребность</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Действия</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
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
        <source>Company, as long as it is no account</source>
        <translation>Компания, пока она не контрагент</translation>
    </message>
    <message>
        <source>Person, as long as it is no contact</source>
        <translation>Человек, пока он не контакт</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Бюджет</translation>
    </message>
    <message>
        <source>Decision date</source>
        <translation>Дата решения</translation>
    </message>
    <message>
        <source>Need, in the customer&apos;s words</source>
        <translation>Потребность словами клиента</translation>
    </message>
</context>
<context>
    <name>LeadStagesSection</name>
    <message numerus="yes">
        <source>%n lead(s) stand here now</source>
        <translation>
            <numerusform>Сейчас здесь %n лид</numerusform>
            <numerusform>Сейчас здесь %n лида</numerusform>
            <numerusform>Сейчас здесь %n лидов</numerusform>
        </translation>
    </message>
    <message>
        <source>Lead stages</source>
        <translation>Стадии лидов</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Название на английском</translation>
    </message>
    <message>
        <source>Name in Russian</source>
        <translation>Название на русском</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Конечная</translation>
    </message>
    <message>
        <source>Successful</source>
        <translation>Успешная</translation>
    </message>
    <message>
        <source>Starts the sales process</source>
        <translation>Запускает процесс продажи</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Process library</source>
        <translation>Библиотека процессов</translation>
    </message>
    <message>
        <source>Run the selected process</source>
        <translation>Запустить выбранный процесс</translation>
    </message>
    <message>
        <source>Find a process</source>
        <translation>Найти процесс</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Запустить</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>Импорт...</translation>
    </message>
    <message>
        <source>Process log</source>
        <translation>Журнал процессов</translation>
    </message>
    <message>
        <source>Every run and every step</source>
        <translation>Каждый запуск и каждый шаг</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Процессы</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Процесс</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Что делает</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О чём</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Выполняется</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Сбои</translation>
    </message>
    <message>
        <source>No such process</source>
        <translation>Такого процесса нет</translation>
    </message>
    <message>
        <source>Try other words, or a part of the name.</source>
        <translation>Попробуйте другие слова или часть названия.</translation>
    </message>
    <message>
        <source>No processes yet</source>
        <translation>Процессов пока нет</translation>
    </message>
    <message>
        <source>Import a BPMN 2.0 file: any modeller writes them.</source>
        <translation>Импортируйте файл BPMN 2.0: такие пишет любой редактор процессов.</translation>
    </message>
    <message>
        <source>active</source>
        <translation>включён</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>выключен</translation>
    </message>
</context>
<context>
    <name>LinesEditor</name>
    <message>
        <source>This number cannot be read: {text}</source>
        <translation>Не удаётся прочесть число: {text}</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Продукты</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Продукт</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Ед.</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Скидка</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>Add a product</source>
        <translation>Добавить продукт</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Remove the marked product</source>
        <translation>Убрать отмеченный продукт</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>Продуктов пока нет</translation>
    </message>
    <message>
        <source>Type a name or a code below to add the first one.</source>
        <translation>Введите ниже название или код, чтобы добавить первый.</translation>
    </message>
    <message>
        <source>The amount follows the products</source>
        <translation>Сумма считается по продуктам</translation>
    </message>
    <message>
        <source>Before discount</source>
        <translation>До скидки</translation>
    </message>
    <message>
        <source>An amount written into the profile by hand takes its place.</source>
        <translation>Сумма, введённая в профиле вручную, заменит её.</translation>
    </message>
    <message>
        <source>The opportunity has no amount.</source>
        <translation>У продажи нет суммы.</translation>
    </message>
    <message>
        <source>The amount stands by itself: {amount}, the products come to {total}.</source>
        <translation>Сумма указана отдельно: {amount}, по продуктам выходит {total}.</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Link</source>
        <translation>Ссылка</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>This is no address of a web page or a mailbox.</source>
        <translation>Это не адрес страницы и не адрес почты.</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Find in this list</source>
        <translation>Найти в списке</translation>
    </message>
    <message>
        <source>Show everything in this list</source>
        <translation>Показать весь список</translation>
    </message>
    <message>
        <source>Add a condition to this list</source>
        <translation>Добавить условие к этому списку</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Select a record first</source>
        <translation>Сначала выберите запись</translation>
    </message>
    <message>
        <source>Nothing fits these filters</source>
        <translation>Ничего не подходит под фильтры</translation>
    </message>
    <message>
        <source>Another word, other people or another state may show what you look for.</source>
        <translation>Другое слово, другие сотрудники или другое состояние могут показать то, что вы ищете.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Показать всё</translation>
    </message>
</context>
<context>
    <name>ListTable</name>
    <message>
        <source>Columns as at first</source>
        <translation>Вернуть колонки</translation>
    </message>
</context>
<context>
    <name>ListTools</name>
    <message>
        <source>Find duplicates...</source>
        <translation>Найти дубли...</translation>
    </message>
    <message>
        <source>Merge the selected...</source>
        <translation>Объединить выделенные...</translation>
    </message>
    <message>
        <source>Assign the selected leads...</source>
        <translation>Назначить ответственного за выделенные...</translation>
    </message>
    <message>
        <source>Import business cards (vCard)...</source>
        <translation>Загрузить визитные карточки (vCard)...</translation>
    </message>
    <message>
        <source>Paste business cards</source>
        <translation>Вставить визитные карточки</translation>
    </message>
    <message>
        <source>Save the selected as vCard...</source>
        <translation>Сохранить выделенные как vCard...</translation>
    </message>
    <message>
        <source>Copy the selected as vCard</source>
        <translation>Копировать выделенные как vCard</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>More for this list</source>
        <translation>Ещё для этого списка</translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation>
            <numerusform>%n лид</numerusform>
            <numerusform>%n лида</numerusform>
            <numerusform>%n лидов</numerusform>
        </translation>
    </message>
    <message>
        <source>Business cards (*.vcf *.vcard);;All files (*)</source>
        <translation>Визитные карточки (*.vcf *.vcard);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Import business cards</source>
        <translation>Загрузить визитные карточки</translation>
    </message>
    <message>
        <source>vCard 4.0 (*.vcf)</source>
        <translation>vCard 4.0 (*.vcf)</translation>
    </message>
    <message>
        <source>vCard 3.0, for older programs (*.vcf)</source>
        <translation>vCard 3.0, для старых программ (*.vcf)</translation>
    </message>
    <message>
        <source>Save business cards</source>
        <translation>Сохранить визитные карточки</translation>
    </message>
    <message>
        <source>contacts.vcf</source>
        <translation>контакты.vcf</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) copied</source>
        <translation>
            <numerusform>Скопирован %n контакт</numerusform>
            <numerusform>Скопировано %n контакта</numerusform>
            <numerusform>Скопировано %n контактов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) saved</source>
        <translation>
            <numerusform>Сохранён %n контакт</numerusform>
            <numerusform>Сохранено %n контакта</numerusform>
            <numerusform>Сохранено %n контактов</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a record first</source>
        <translation>Сначала выделите запись</translation>
    </message>
    <message>
        <source>Select two to four records with Ctrl or Shift</source>
        <translation>Выделите от двух до четырёх записей с Ctrl или Shift</translation>
    </message>
    <message>
        <source>There is no business card on the clipboard</source>
        <translation>В буфере обмена нет визитной карточки</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} д {hours} ч</translation>
    </message>
    <message>
        <source>{hours} h {minutes} m</source>
        <translation>{hours} ч {minutes} мин</translation>
    </message>
    <message>
        <source>{minutes} m</source>
        <translation>{minutes} мин</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} с</translation>
    </message>
    <message>
        <source>No next step</source>
        <translation>Нет следующего шага</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Выполнена</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменена</translation>
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
        <source>Activity</source>
        <translation>Активность</translation>
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
        <source>Article</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Отрасль</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Автор</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Продукты</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменена</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Теги</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Где сейчас</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Кто запустил</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Окончание</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Процесс</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Длилось</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Стадия</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Actual income</source>
        <translation>Фактический доход</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрыта</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Бюджет</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>Потребность</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Следующий шаг</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создан</translation>
    </message>
    <message>
        <source>Put aside until</source>
        <translation>Отложен до</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>Закрытие</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Вероятность</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Относится к</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Отрасль</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>Open opportunities</source>
        <translation>Открытые продажи</translation>
    </message>
    <message>
        <source>No next step yet</source>
        <translation>Шаг ещё не назначен</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Продукт</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Серия</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Ед.</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Продаётся</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
</context>
<context>
    <name>LogCard</name>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
</context>
<context>
    <name>LogFilters</name>
    <message>
        <source>Show everything</source>
        <translation>Показать всё</translation>
    </message>
    <message>
        <source>All processes</source>
        <translation>Все процессы</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Процесс</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Все сотрудники</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Сотрудник</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Days of your own...</source>
        <translation>Свои даты...</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Идут</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Завершены</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменены</translation>
    </message>
    <message>
        <source>With an incident</source>
        <translation>Со сбоем</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Любое состояние</translation>
    </message>
</context>
<context>
    <name>MappingStep</name>
    <message>
        <source>Keep this mapping...</source>
        <translation>Сохранить сопоставление...</translation>
    </message>
    <message>
        <source>Delete the kept mapping</source>
        <translation>Удалить сохранённое сопоставление</translation>
    </message>
    <message>
        <source>Kept mapping</source>
        <translation>Сохранённое сопоставление</translation>
    </message>
    <message>
        <source>Columns of the file and their fields</source>
        <translation>Столбцы файла и их поля</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Столбец</translation>
    </message>
    <message>
        <source>What stands in it</source>
        <translation>Что в нём</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Dates with slashes</source>
        <translation>Даты с косой чертой</translation>
    </message>
    <message>
        <source>day / month</source>
        <translation>день / месяц</translation>
    </message>
    <message>
        <source>month / day</source>
        <translation>месяц / день</translation>
    </message>
    <message>
        <source>Amounts without a currency are in</source>
        <translation>Суммы без валюты указаны в</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Сопоставление</translation>
    </message>
    <message>
        <source>Say for at least one column which field it is.</source>
        <translation>Укажите хотя бы для одного столбца, какое это поле.</translation>
    </message>
    <message>
        <source>A column for “{field}” is needed.</source>
        <translation>Нужен столбец для поля «{field}».</translation>
    </message>
    <message>
        <source>none, guessed from the headings</source>
        <translation>нет, угадано по заголовкам</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>не используется</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>Field of the column {column}</source>
        <translation>Поле столбца {column}</translation>
    </message>
</context>
<context>
    <name>MarkupField</name>
    <message>
        <source>Bold</source>
        <translation>Полужирный</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Курсив</translation>
    </message>
    <message>
        <source>Underlined</source>
        <translation>Подчёркнутый</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Smaller heading</source>
        <translation>Подзаголовок</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Нумерованный список</translation>
    </message>
    <message>
        <source>Formatting</source>
        <translation>Форматирование</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Продукты</translation>
    </message>
    <message>
        <source>Put in the table of products</source>
        <translation>Вставить таблицу продуктов</translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Put in a placeholder, which is filled from the opportunity</source>
        <translation>Вставить поле, которое заполняется из продажи</translation>
    </message>
</context>
<context>
    <name>MasksSection</name>
    <message>
        <source>Number masks</source>
        <translation>Маски номеров</translation>
    </message>
    <message>
        <source>The braces stand for the counter: {} as it is, {:05d} filled up to five digits with zeros.</source>
        <translation>Фигурные скобки обозначают счётчик: {} как есть, {:05d} с нулями до пяти цифр.</translation>
    </message>
    <message>
        <source>Next: {numbers} ...</source>
        <translation>Следующие: {numbers} ...</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Продажи</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Лиды</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Коммерческие предложения</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>Договоры</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>MatchingStep</name>
    <message>
        <source>A record is known again by</source>
        <translation>Запись узнаётся по полю</translation>
    </message>
    <message>
        <source>If it is there already</source>
        <translation>Если она уже есть</translation>
    </message>
    <message>
        <source>update it</source>
        <translation>обновить её</translation>
    </message>
    <message>
        <source>fill only what is empty</source>
        <translation>заполнить только пустое</translation>
    </message>
    <message>
        <source>leave it as it is</source>
        <translation>оставить как есть</translation>
    </message>
    <message>
        <source>If it is not there</source>
        <translation>Если её нет</translation>
    </message>
    <message>
        <source>create it</source>
        <translation>создать её</translation>
    </message>
    <message>
        <source>leave the row out</source>
        <translation>пропустить строку</translation>
    </message>
    <message>
        <source>Records that a row refers to</source>
        <translation>Записи, на которые ссылается строка</translation>
    </message>
    <message>
        <source>Run the sales process on opportunities that are created open</source>
        <translation>Запускать процесс продажи на созданных открытых продажах</translation>
    </message>
    <message>
        <source>Matching</source>
        <translation>Совпадения</translation>
    </message>
    <message>
        <source>nothing: every row is a new record</source>
        <translation>не узнаётся: каждая строка это новая запись</translation>
    </message>
    <message>
        <source>{field}: create it where it is not there</source>
        <translation>{field}: создавать, если такой записи нет</translation>
    </message>
    <message>
        <source>Capitals and spaces do not matter. A row that fits several records is an error. An empty cell changes nothing.</source>
        <translation>Регистр букв и пробелы не важны. Строка, которой соответствует несколько записей, считается ошибкой. Пустая ячейка ничего не меняет.</translation>
    </message>
    <message>
        <source>A file that is imported twice makes every record twice.</source>
        <translation>Файл, импортированный дважды, создаст каждую запись дважды.</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge records that are the same</source>
        <translation>Объединить одинаковые записи</translation>
    </message>
    <message>
        <source>Whatever belongs to the others (opportunities, activities, files, notes ...) goes to the one that is kept. Undo brings all of it back.</source>
        <translation>Всё, что связано с другими записями (продажи, активности, файлы, заметки ...), перейдёт к той, что останется. Отмена вернёт всё как было.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Объединить</translation>
    </message>
    <message>
        <source>Keep this record</source>
        <translation>Оставить эту запись</translation>
    </message>
    <message>
        <source>Keep {record}</source>
        <translation>Оставить: {record}</translation>
    </message>
    <message>
        <source>created {date}</source>
        <translation>создана {date}</translation>
    </message>
    <message>
        <source>All of them, below each other</source>
        <translation>Все, друг под другом</translation>
    </message>
</context>
<context>
    <name>MergePicker</name>
    <message>
        <source>Merge with another record</source>
        <translation>Объединить с другой записью</translation>
    </message>
    <message>
        <source>The other record</source>
        <translation>Другая запись</translation>
    </message>
    <message>
        <source>Both are shown side by side first. Nothing is changed before.</source>
        <translation>Сначала обе записи будут показаны рядом. До этого ничего не изменится.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Compare and merge...</source>
        <translation>Сравнить и объединить...</translation>
    </message>
    <message>
        <source>Choose the other record</source>
        <translation>Выберите другую запись</translation>
    </message>
    <message>
        <source>This is the same record</source>
        <translation>Это та же самая запись</translation>
    </message>
</context>
<context>
    <name>MiniCard</name>
    <message>
        <source>Complete</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Reschedule</source>
        <translation>Перенести</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Почему?</translation>
    </message>
    <message>
        <source>Saving...</source>
        <translation>Сохраняется...</translation>
    </message>
</context>
<context>
    <name>MiniCardPopup</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Choose a presentation...</source>
        <translation>Выбрать презентацию...</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>What was said?</source>
        <translation>О чём говорили?</translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation>Затраченное время</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Cancel task</source>
        <translation>Отменить задачу</translation>
    </message>
    <message>
        <source>Open the task page</source>
        <translation>Страница задачи</translation>
    </message>
    <message>
        <source>Complete the task</source>
        <translation>Завершить задачу</translation>
    </message>
    <message>
        <source>Make a proposal...</source>
        <translation>Создать КП...</translation>
    </message>
    <message>
        <source>Make a contract...</source>
        <translation>Создать договор...</translation>
    </message>
</context>
<context>
    <name>MinutesField</name>
    <message>
        <source>Write the time spent, for example 0:25 or 1h 20</source>
        <translation>Введите затраченное время, например 0:25 или 1ч 20</translation>
    </message>
</context>
<context>
    <name>MomentField</name>
    <message>
        <source>Write a date and a time, for example {example}</source>
        <translation>Введите дату и время, например {example}</translation>
    </message>
</context>
<context>
    <name>MoneyField</name>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Write an amount, for example 184000.50</source>
        <translation>Введите сумму, например 184000,50</translation>
    </message>
</context>
<context>
    <name>MonthGrid</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoreTabs</name>
    <message>
        <source>Products</source>
        <translation>Продукты</translation>
    </message>
    <message>
        <source>Tactics and competitors</source>
        <translation>Тактика и конкуренты</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Участники</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Лента</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Процесс</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Move runs of {process}</source>
        <translation>Перевести запуски процесса «{process}»</translation>
    </message>
    <message>
        <source>Steps that are gone</source>
        <translation>Шаги, которых больше нет</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход выполнения</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>To</source>
        <translation>На</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Версия {number}</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Запуски</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>What would happen</source>
        <translation>Что произойдёт</translation>
    </message>
    <message>
        <source>Choose two different versions.</source>
        <translation>Выберите две разные версии.</translation>
    </message>
    <message>
        <source>Looking what would happen...</source>
        <translation>Смотрим, что произойдёт...</translation>
    </message>
    <message>
        <source>“{step}” becomes</source>
        <translation>«{step}» становится</translation>
    </message>
    <message>
        <source>no step of the new version</source>
        <translation>никаким шагом новой версии</translation>
    </message>
    <message numerus="yes">
        <source>Move %n run(s)</source>
        <translation>
            <numerusform>Перевести %n запуск</numerusform>
            <numerusform>Перевести %n запуска</numerusform>
            <numerusform>Перевести %n запусков</numerusform>
        </translation>
    </message>
    <message>
        <source>{moved} would move, {stay} would stay on their version.</source>
        <translation>Перейдут: {moved}, останутся на своей версии: {stay}.</translation>
    </message>
    <message>
        <source>{more} more run on it: they come when these are moved.</source>
        <translation>По ней выполняется ещё {more}: они появятся, когда эти будут переведены.</translation>
    </message>
</context>
<context>
    <name>MovePopup</name>
    <message>
        <source>Move “{title}” to</source>
        <translation>Переместить «{title}» на стадию</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Стадии</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>Что будет дальше</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Переместить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>MyDayPage</name>
    <message>
        <source>My day</source>
        <translation>Мой день</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Новая задача</translation>
    </message>
    <message>
        <source>Show my day</source>
        <translation>Показать мой день</translation>
    </message>
    <message>
        <source>Show my team&apos;s day</source>
        <translation>Показать день команды</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Моё</translation>
    </message>
    <message>
        <source>My team</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Calls and meetings today</source>
        <translation>Звонки и встречи сегодня</translation>
    </message>
    <message>
        <source>Your day begins here</source>
        <translation>Здесь начинается ваш день</translation>
    </message>
    <message>
        <source>Run the process &quot;Corporate sale&quot;: its tasks appear here, the most urgent first.</source>
        <translation>Запустите процесс «Корпоративная продажа»: его задачи появятся здесь, самые срочные первыми.</translation>
    </message>
    <message>
        <source>Run process...</source>
        <translation>Запустить процесс...</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Keep this mapping</source>
        <translation>Сохранить сопоставление</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>There is a mapping of this name: it will be replaced.</source>
        <translation>Сопоставление с таким названием уже есть: оно будет заменено.</translation>
    </message>
    <message>
        <source>A file with the same headings takes it up by itself, whoever imports it.</source>
        <translation>Файл с такими же заголовками подхватит его сам, кто бы его ни импортировал.</translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message>
        <source>From the dashboard:</source>
        <translation>Из аналитики:</translation>
    </message>
    <message>
        <source>Show the whole list</source>
        <translation>Показать весь список</translation>
    </message>
</context>
<context>
    <name>NewActivityPopup</name>
    <message>
        <source>Say what is to be done</source>
        <translation>Напишите, что нужно сделать</translation>
    </message>
    <message>
        <source>Say when</source>
        <translation>Укажите, когда</translation>
    </message>
    <message>
        <source>New call</source>
        <translation>Новый звонок</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Новая задача</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Что нужно сделать</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
</context>
<context>
    <name>NewNotePopup</name>
    <message>
        <source>Write something first</source>
        <translation>Сначала напишите что-нибудь</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Новая заметка</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message numerus="yes">
        <source>Show all %n note(s)</source>
        <translation>
            <numerusform>Показать %n заметку</numerusform>
            <numerusform>Показать все %n заметки</numerusform>
            <numerusform>Показать все %n заметок</numerusform>
        </translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Новая заметка</translation>
    </message>
    <message>
        <source>Write a note, Ctrl+Enter adds it</source>
        <translation>Напишите заметку, Ctrl+Enter добавит её</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>No notes yet</source>
        <translation>Заметок пока нет</translation>
    </message>
    <message>
        <source>What should not be forgotten about this sale?</source>
        <translation>О чём в этой продаже нельзя забыть?</translation>
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
    <name>NumberField</name>
    <message>
        <source>A whole number is needed here</source>
        <translation>Здесь нужно целое число</translation>
    </message>
</context>
<context>
    <name>OpportunityCommands</name>
    <message>
        <source>Opportunity</source>
        <translation>Продажа</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Run the corporate sales process</source>
        <translation>Запустить процесс корпоративных продаж</translation>
    </message>
    <message>
        <source>On this opportunity, from the stage on which it stands</source>
        <translation>По этой продаже, с той стадии, на которой она стоит</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Новая задача</translation>
    </message>
    <message>
        <source>New call</source>
        <translation>Новый звонок</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Новая заметка</translation>
    </message>
    <message>
        <source>Complete the next task</source>
        <translation>Завершить ближайшую задачу</translation>
    </message>
    <message>
        <source>Cancel the process on this opportunity...</source>
        <translation>Отменить процесс по этой продаже...</translation>
    </message>
    <message>
        <source>Why is it on this stage?</source>
        <translation>Почему она на этой стадии?</translation>
    </message>
    <message>
        <source>Hand this opportunity over...</source>
        <translation>Передать эту продажу...</translation>
    </message>
    <message>
        <source>Another owner, with the open tasks of the process</source>
        <translation>Другой ответственный, вместе с открытыми задачами процесса</translation>
    </message>
    <message>
        <source>Move to stage: {stage}</source>
        <translation>Перевести на стадию: {stage}</translation>
    </message>
    <message>
        <source>Documents of this opportunity</source>
        <translation>Документы этой продажи</translation>
    </message>
    <message>
        <source>New proposal</source>
        <translation>Новое КП</translation>
    </message>
    <message>
        <source>From a template, filled with what is known of this sale</source>
        <translation>По шаблону, с данными этой продажи</translation>
    </message>
    <message>
        <source>New contract</source>
        <translation>Новый договор</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Ничего не изменено</translation>
    </message>
    <message>
        <source>There is no open task</source>
        <translation>Открытых задач нет</translation>
    </message>
    <message>
        <source>Previous opportunity of the list</source>
        <translation>Предыдущая продажа списка</translation>
    </message>
    <message>
        <source>Next opportunity of the list</source>
        <translation>Следующая продажа списка</translation>
    </message>
    <message>
        <source>Guide of this stage</source>
        <translation>Руководство по этой стадии</translation>
    </message>
    <message>
        <source>Create an order from this opportunity</source>
        <translation>Создать заказ по этой продаже</translation>
    </message>
    <message>
        <source>With its products, customer and owner</source>
        <translation>С её продуктами, клиентом и ответственным</translation>
    </message>
    <message>
        <source>Products of this opportunity</source>
        <translation>Продукты этой продажи</translation>
    </message>
    <message>
        <source>There is no further one in the list you came from</source>
        <translation>В списке, из которого вы пришли, дальше ничего нет</translation>
    </message>
</context>
<context>
    <name>OpportunityListPage</name>
    <message>
        <source>Opportunities</source>
        <translation>Продажи</translation>
    </message>
    <message>
        <source>New opportunity</source>
        <translation>Новая продажа</translation>
    </message>
    <message>
        <source>Run process</source>
        <translation>Запустить процесс</translation>
    </message>
    <message>
        <source>No open opportunities</source>
        <translation>Открытых продаж нет</translation>
    </message>
    <message>
        <source>Run the process “Corporate sale”, or write an opportunity down by hand.</source>
        <translation>Запустите процесс «Корпоративная продажа» или запишите продажу вручную.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln opportunities</source>
        <translation>
            <numerusform>%Ln продажа</numerusform>
            <numerusform>%Ln продажи</numerusform>
            <numerusform>%Ln продаж</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpportunityPage</name>
    <message>
        <source>Opportunity</source>
        <translation>Продажа</translation>
    </message>
    <message>
        <source>New opportunity</source>
        <translation>Новая продажа</translation>
    </message>
    <message>
        <source>Role of the decision maker</source>
        <translation>Роль ЛПР</translation>
    </message>
    <message>
        <source>Decision date</source>
        <translation>Дата решения</translation>
    </message>
    <message>
        <source>Need in the customer&apos;s words</source>
        <translation>Потребность словами клиента</translation>
    </message>
    <message>
        <source>Show the running process</source>
        <translation>Показать идущий процесс</translation>
    </message>
</context>
<context>
    <name>OrderForm</name>
    <message>
        <source>Order</source>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>For the seller</source>
        <translation>От продавца</translation>
    </message>
    <message>
        <source>For the customer</source>
        <translation>От клиента</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Продукт</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Скидка</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>Before discount</source>
        <translation>До скидки</translation>
    </message>
    <message>
        <source>paid on {date}</source>
        <translation>оплачено {date}</translation>
    </message>
    <message>
        <source>Payment plan</source>
        <translation>График платежей</translation>
    </message>
</context>
<context>
    <name>OrderListPage</name>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Новый заказ</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>Заказов пока нет</translation>
    </message>
    <message>
        <source>An order is made from an opportunity, with its products, or by itself.</source>
        <translation>Заказ создаётся по продаже, с её продуктами, или сам по себе.</translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n заказ</numerusform>
            <numerusform>%n заказа</numerusform>
            <numerusform>%n заказов</numerusform>
        </translation>
    </message>
    <message>
        <source>Products and prices</source>
        <translation>Продукты и цены</translation>
    </message>
</context>
<context>
    <name>OrderPage</name>
    <message>
        <source>Created</source>
        <translation>Создан</translation>
    </message>
    <message>
        <source>Printed form of the order</source>
        <translation>Печатная форма заказа</translation>
    </message>
    <message>
        <source>Add a product</source>
        <translation>Добавить продукт</translation>
    </message>
    <message>
        <source>Open the opportunity of this order</source>
        <translation>Открыть продажу этого заказа</translation>
    </message>
    <message>
        <source>Printed form</source>
        <translation>Печатная форма</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Продукты</translation>
    </message>
    <message>
        <source>Payment plan</source>
        <translation>График платежей</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Продажа</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
</context>
<context>
    <name>OrderPreview</name>
    <message>
        <source>Printed form of {number}</source>
        <translation>Печатная форма: {number}</translation>
    </message>
</context>
<context>
    <name>ParticipantLine</name>
    <message>
        <source>Open the page: {name}</source>
        <translation>Открыть страницу: {name}</translation>
    </message>
    <message>
        <source>Role of {name}</source>
        <translation>Роль: {name}</translation>
    </message>
    <message>
        <source>Influence of {name}</source>
        <translation>Влияние: {name}</translation>
    </message>
    <message>
        <source>Attendance of {name}</source>
        <translation>Присутствие: {name}</translation>
    </message>
    <message>
        <source>attends the presentation</source>
        <translation>будет на презентации</translation>
    </message>
    <message>
        <source>Role...</source>
        <translation>Роль...</translation>
    </message>
    <message>
        <source>Influence...</source>
        <translation>Влияние...</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Убрать: {name}</translation>
    </message>
</context>
<context>
    <name>Participants</name>
    <message>
        <source>Add a participant</source>
        <translation>Добавить участника</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Пока никого</translation>
    </message>
    <message>
        <source>Who decides, who uses it, who is for and who is against it?</source>
        <translation>Кто решает, кто будет пользоваться, кто за и кто против?</translation>
    </message>
</context>
<context>
    <name>PartyTabs</name>
    <message>
        <source>Leads</source>
        <translation>Лиды</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Активности</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Процесс</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
</context>
<context>
    <name>PastBar</name>
    <message>
        <source>As it was on {moment}.</source>
        <translation>Как было {moment}.</translation>
    </message>
    <message>
        <source>Stage, next steps and process are shown as they were then, all else as it is now.</source>
        <translation>Стадия, следующие шаги и процесс показаны такими, какими были тогда, а всё остальное как сейчас.</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>В настоящее</translation>
    </message>
</context>
<context>
    <name>PaymentsEditor</name>
    <message>
        <source>paid {paid} of {total}</source>
        <translation>оплачено {paid} из {total}</translation>
    </message>
    <message>
        <source>not planned yet: {rest}</source>
        <translation>ещё не распределено: {rest}</translation>
    </message>
    <message>
        <source>too much: {rest}</source>
        <translation>лишнее: {rest}</translation>
    </message>
    <message>
        <source>This cannot be read: {text}</source>
        <translation>Не удаётся прочесть: {text}</translation>
    </message>
    <message>
        <source>Payment plan</source>
        <translation>График платежей</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Доля</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>Оплачен</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>No payments are planned yet.</source>
        <translation>Платежи ещё не запланированы.</translation>
    </message>
    <message>
        <source>Add payment</source>
        <translation>Добавить платёж</translation>
    </message>
    <message>
        <source>Paid today</source>
        <translation>Оплачен сегодня</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Remove the marked payment</source>
        <translation>Убрать отмеченный платёж</translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message numerus="yes">
        <source>%n open record(s)</source>
        <translation>
            <numerusform>%n открытая запись</numerusform>
            <numerusform>%n открытые записи</numerusform>
            <numerusform>%n открытых записей</numerusform>
        </translation>
    </message>
    <message>
        <source>People</source>
        <translation>Сотрудники</translation>
    </message>
    <message>
        <source>An administrator changes what holds for everyone. When a sale is closed, the manager to whom its owner reports is told.</source>
        <translation>Общие настройки меняет администратор. О закрытии продажи узнаёт руководитель её ответственного.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Reports to</source>
        <translation>Руководитель</translation>
    </message>
    <message>
        <source>Rep</source>
        <translation>Менеджер по продажам</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Руководитель</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Администратор</translation>
    </message>
    <message>
        <source>Has come back</source>
        <translation>Снова работает</translation>
    </message>
    <message>
        <source>Has left...</source>
        <translation>Больше не работает...</translation>
    </message>
</context>
<context>
    <name>Period</name>
    <message>
        <source>This month</source>
        <translation>Этот месяц</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Этот квартал</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>Прошлый квартал</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Этот год</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Прошлый год</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Последние 12 месяцев</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Всё время</translation>
    </message>
    <message>
        <source>Q{quarter} {year}</source>
        <translation>{quarter} кв. {year}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>с {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>до {day}</translation>
    </message>
    <message>
        <source>Q{quarter}</source>
        <translation>{quarter} кв.</translation>
    </message>
</context>
<context>
    <name>PeriodPopup</name>
    <message>
        <source>This day comes before the first one</source>
        <translation>Этот день раньше первого</translation>
    </message>
    <message>
        <source>Days of your own</source>
        <translation>Свои даты</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>To</source>
        <translation>По</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
</context>
<context>
    <name>PersonFinder</name>
    <message>
        <source>Nobody is called that</source>
        <translation>Никого с таким именем нет</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Найти человека</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
</context>
<context>
    <name>PersonPicker</name>
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
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>Show less</source>
        <translation>Показать меньше</translation>
    </message>
    <message>
        <source>Show all {number}</source>
        <translation>Показать все: {number}</translation>
    </message>
    <message>
        <source>Plan against fact</source>
        <translation>План и факт</translation>
    </message>
    <message>
        <source>Quarter before</source>
        <translation>Предыдущий квартал</translation>
    </message>
    <message>
        <source>Next quarter</source>
        <translation>Следующий квартал</translation>
    </message>
    <message>
        <source>Rep</source>
        <translation>Сотрудник</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>План</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Факт</translation>
    </message>
    <message>
        <source>Plan of {name}</source>
        <translation>План: {name}</translation>
    </message>
    <message>
        <source>no plan</source>
        <translation>нет плана</translation>
    </message>
    <message>
        <source>Won by {name}</source>
        <translation>Выиграно: {name}</translation>
    </message>
    <message>
        <source>{fact} of {plan}, that is {share}</source>
        <translation>{fact} из {plan}, это {share}</translation>
    </message>
    <message>
        <source>No plan is set for this quarter; {fact} were won.</source>
        <translation>План на этот квартал не задан; выиграно {fact}.</translation>
    </message>
    <message>
        <source>Write an amount, for example 184000.50</source>
        <translation>Введите сумму, например 184000,50</translation>
    </message>
    <message>
        <source>The plan of {name} is not saved. {why}</source>
        <translation>План не сохранён ({name}). {why}</translation>
    </message>
</context>
<context>
    <name>PlanePath</name>
    <message>
        <source>Diagram</source>
        <translation>Диаграмма</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Save as PDF...</source>
        <translation>Сохранить в PDF...</translation>
    </message>
    <message>
        <source>Print...</source>
        <translation>Печать...</translation>
    </message>
    <message>
        <source>The file cannot be written: {reason}</source>
        <translation>Не удаётся записать файл: {reason}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Сохранение в PDF</translation>
    </message>
</context>
<context>
    <name>PrintedPages</name>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Страница {page} из {pages}</translation>
    </message>
</context>
<context>
    <name>ProcessExport</name>
    <message>
        <source>Export BPMN</source>
        <translation>Экспорт BPMN</translation>
    </message>
    <message>
        <source>BPMN 2.0 (*.bpmn)</source>
        <translation>BPMN 2.0 (*.bpmn)</translation>
    </message>
    <message>
        <source>The process was saved as “{file}”.</source>
        <translation>Процесс сохранён в файл «{file}».</translation>
    </message>
    <message>
        <source>{name} cannot be written: {reason}. Choose another place.</source>
        <translation>Не удаётся записать {name}: {reason}. Выберите другое место.</translation>
    </message>
</context>
<context>
    <name>ProcessLog</name>
    <message>
        <source>Any time</source>
        <translation>За всё время</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Последние 7 дней</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Последние 30 дней</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Последние 90 дней</translation>
    </message>
    <message>
        <source>No process runs on this record.</source>
        <translation>По этой записи процесс не идёт.</translation>
    </message>
</context>
<context>
    <name>ProcessLogPage</name>
    <message>
        <source>Process log</source>
        <translation>Журнал процессов</translation>
    </message>
    <message>
        <source>Show the run in the process</source>
        <translation>Показать запуск в процессе</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open the record of the run</source>
        <translation>Открыть запись запуска</translation>
    </message>
    <message>
        <source>Cancel this run...</source>
        <translation>Отменить запуск...</translation>
    </message>
    <message>
        <source>Runs or steps</source>
        <translation>Запуски или шаги</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Показать всё</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Запуски</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>Every run of a process, with its steps below</source>
        <translation>Каждый запуск процесса, под ним его шаги</translation>
    </message>
    <message>
        <source>Every step of all runs, the newest first</source>
        <translation>Каждый шаг всех запусков, сначала новые</translation>
    </message>
    <message>
        <source>Runs of processes</source>
        <translation>Запуски процессов</translation>
    </message>
    <message>
        <source>Process log, steps</source>
        <translation>Журнал процессов, шаги</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln запуск</numerusform>
            <numerusform>%Ln запуска</numerusform>
            <numerusform>%Ln запусков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %Ln step(s)</source>
        <translation>
            <numerusform>последний %Ln шаг</numerusform>
            <numerusform>последние %Ln шага</numerusform>
            <numerusform>последние %Ln шагов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln шаг</numerusform>
            <numerusform>%Ln шага</numerusform>
            <numerusform>%Ln шагов</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing fits these filters</source>
        <translation>Под эти фильтры ничего не подходит</translation>
    </message>
    <message>
        <source>Another process, status, person or time may show what you look for.</source>
        <translation>Другой процесс, состояние, сотрудник или время, возможно, покажут то, что вы ищете.</translation>
    </message>
    <message>
        <source>No process has run yet</source>
        <translation>Процессы ещё не запускались</translation>
    </message>
    <message>
        <source>“Run” starts one; each of its steps is then written down here.</source>
        <translation>«Запустить» начинает процесс; каждый его шаг затем записывается здесь.</translation>
    </message>
    <message>
        <source>Open the process library</source>
        <translation>Открыть библиотеку процессов</translation>
    </message>
    <message>
        <source>Only a run under way can be cancelled</source>
        <translation>Отменить можно только идущий запуск</translation>
    </message>
    <message>
        <source>Choose a run first</source>
        <translation>Сначала выберите запуск</translation>
    </message>
    <message>
        <source>Show in the process</source>
        <translation>Показать в процессе</translation>
    </message>
    <message>
        <source>Open “{record}”</source>
        <translation>Открыть «{record}»</translation>
    </message>
    <message>
        <source>Steps of {process} on {record}</source>
        <translation>Шаги: {process}, {record}</translation>
    </message>
    <message>
        <source>Steps of {process}</source>
        <translation>Шаги: {process}</translation>
    </message>
</context>
<context>
    <name>ProcessPage</name>
    <message>
        <source>Run this process</source>
        <translation>Запустить этот процесс</translation>
    </message>
    <message>
        <source>Cancel this run...</source>
        <translation>Отменить запуск...</translation>
    </message>
    <message>
        <source>Try this process out</source>
        <translation>Попробовать этот процесс</translation>
    </message>
    <message>
        <source>Export the process as BPMN...</source>
        <translation>Экспортировать процесс в BPMN...</translation>
    </message>
    <message>
        <source>Save a picture of the diagram...</source>
        <translation>Сохранить картинку диаграммы...</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Запустить</translation>
    </message>
    <message>
        <source>Cancel the run...</source>
        <translation>Отменить запуск...</translation>
    </message>
    <message>
        <source>Export BPMN</source>
        <translation>Экспорт BPMN</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Сохранить картинку</translation>
    </message>
    <message>
        <source>Try it out</source>
        <translation>Попробовать</translation>
    </message>
    <message>
        <source>On an imagined record: nothing is written</source>
        <translation>На воображаемой записи: ничего не сохраняется</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>Running ({count})</source>
        <translation>Выполняется ({count})</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Версии</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Диаграмма</translation>
    </message>
    <message>
        <source>Only a run under way can be cancelled</source>
        <translation>Отменить можно только идущий запуск</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>версия {number}</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>выключен</translation>
    </message>
    <message>
        <source>version {number} is run now</source>
        <translation>сейчас запускается версия {number}</translation>
    </message>
    <message>
        <source>Running on {record}</source>
        <translation>Выполняется: {record}</translation>
    </message>
    <message>
        <source>Completed on {record}</source>
        <translation>Завершён: {record}</translation>
    </message>
    <message>
        <source>Cancelled on {record}</source>
        <translation>Отменён: {record}</translation>
    </message>
    <message>
        <source>Stopped on {record}</source>
        <translation>Остановлен: {record}</translation>
    </message>
    <message>
        <source>Ended on {record}</source>
        <translation>Закончен: {record}</translation>
    </message>
    <message>
        <source>no record</source>
        <translation>без записи</translation>
    </message>
</context>
<context>
    <name>ProcessTab</name>
    <message>
        <source>running</source>
        <translation>выполняется</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>завершён</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>остановлен</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменён</translation>
    </message>
    <message>
        <source>stopped by an error</source>
        <translation>остановлен ошибкой</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>версия {number}</translation>
    </message>
    <message>
        <source>started {moment}</source>
        <translation>запущен {moment}</translation>
    </message>
    <message>
        <source>ended {moment}</source>
        <translation>окончен {moment}</translation>
    </message>
    <message>
        <source>Steps, the newest first</source>
        <translation>Шаги, сначала последние</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Сохранить картинку</translation>
    </message>
    <message>
        <source>No process has run on this lead</source>
        <translation>По этому лиду процессов не было</translation>
    </message>
    <message>
        <source>Actions, “Run the lead handover” starts it.</source>
        <translation>Запускается через «Действия», «Запустить перевод лида».</translation>
    </message>
    <message>
        <source>No process has run on this sale</source>
        <translation>По этой продаже процесс не запускался</translation>
    </message>
    <message>
        <source>Actions, “Run the corporate sales process” starts it.</source>
        <translation>Его запускает команда «Запустить процесс корпоративных продаж» в меню «Действия».</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>не начат</translation>
    </message>
    <message>
        <source>Tasks as they were then</source>
        <translation>Задачи, какими они были тогда</translation>
    </message>
    <message>
        <source>open, due {moment}</source>
        <translation>открыта, срок {moment}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>выполнена</translation>
    </message>
    <message>
        <source>was cancelled</source>
        <translation>отменена</translation>
    </message>
    <message>
        <source>running since {began}</source>
        <translation>выполняется с {began}</translation>
    </message>
    <message>
        <source>done {ended}, begun {began}</source>
        <translation>выполнен {ended}, начат {began}</translation>
    </message>
    <message>
        <source>cancelled {ended}, begun {began}</source>
        <translation>отменён {ended}, начат {began}</translation>
    </message>
</context>
<context>
    <name>ProductListPage</name>
    <message>
        <source>Products</source>
        <translation>Продукты</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Новый продукт</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>Продуктов пока нет</translation>
    </message>
    <message>
        <source>Write down what you sell, with its price: opportunities and orders take it from here.</source>
        <translation>Запишите, что вы продаёте и по какой цене: продажи и заказы возьмут это отсюда.</translation>
    </message>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>%n продукт</numerusform>
            <numerusform>%n продукта</numerusform>
            <numerusform>%n продуктов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProductPage</name>
    <message>
        <source>In opportunities</source>
        <translation>В продажах</translation>
    </message>
    <message>
        <source>In orders</source>
        <translation>В заказах</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Продукт</translation>
    </message>
    <message>
        <source>Where it is used</source>
        <translation>Где используется</translation>
    </message>
    <message>
        <source>A new price holds for lines that are added from now on.</source>
        <translation>Новая цена действует для строк, добавленных после её изменения.</translation>
    </message>
    <message>
        <source>Can be added to opportunities and orders</source>
        <translation>Можно добавлять в продажи и заказы</translation>
    </message>
    <message>
        <source>Not offered any more</source>
        <translation>Больше не продаётся</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Серия</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Продаётся</translation>
    </message>
</context>
<context>
    <name>ProductsField</name>
    <message>
        <source>Take off</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Take off {name}</source>
        <translation>Убрать {name}</translation>
    </message>
</context>
<context>
    <name>ProductsTab</name>
    <message>
        <source>Create order</source>
        <translation>Создать заказ</translation>
    </message>
    <message>
        <source>An order with these products, the customer and the owner</source>
        <translation>Заказ с этими продуктами, клиентом и ответственным</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>Created</source>
        <translation>Создана</translation>
    </message>
    <message>
        <source>In the funnel</source>
        <translation>В воронке</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрыта</translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation>Затраченное время</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Профиль</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>Decision maker</source>
        <translation>ЛПР (кто решает)</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>Потребность</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Expected close</source>
        <translation>Ожидаемое закрытие</translation>
    </message>
    <message>
        <source>What is being sold?</source>
        <translation>Что продаём?</translation>
    </message>
</context>
<context>
    <name>Qualification</name>
    <message>
        <source>Budget</source>
        <translation>Бюджет</translation>
    </message>
    <message>
        <source>Budget confirmed</source>
        <translation>Бюджет подтверждён</translation>
    </message>
    <message>
        <source>Authority: decision maker&apos;s role</source>
        <translation>Полномочия: роль того, кто решает</translation>
    </message>
    <message>
        <source>Decision date (timeframe)</source>
        <translation>Дата решения (сроки)</translation>
    </message>
    <message>
        <source>Need, in the customer&apos;s words</source>
        <translation>Потребность словами клиента</translation>
    </message>
    <message>
        <source>Sales tactics</source>
        <translation>Тактика продажи</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>подтверждён</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ещё нет</translation>
    </message>
    <message>
        <source>For example: head of purchasing</source>
        <translation>Например: начальник отдела закупок</translation>
    </message>
    <message>
        <source>What does the customer want to solve, and why now?</source>
        <translation>Что клиент хочет решить и почему сейчас?</translation>
    </message>
    <message>
        <source>How will we win this?</source>
        <translation>Как мы выиграем эту продажу?</translation>
    </message>
</context>
<context>
    <name>QuickActivity</name>
    <message>
        <source>Task</source>
        <translation>Задача</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Встреча</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>Что нужно сделать?</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Новая задача</translation>
    </message>
    <message>
        <source>New call</source>
        <translation>Новый звонок</translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation>Новая встреча</translation>
    </message>
</context>
<context>
    <name>QuickName</name>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>The lead is closed. A final stage can be left within the grace time only, with Undo.</source>
        <translation>Лид будет закрыт. Уйти с конечной стадии можно только отменой, пока не истекло время на отмену.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Disqualify</source>
        <translation>Дисквалифицировать</translation>
    </message>
    <message>
        <source>Choose the reason</source>
        <translation>Выберите причину</translation>
    </message>
</context>
<context>
    <name>RecordDeeds</name>
    <message>
        <source>Tags...</source>
        <translation>Теги...</translation>
    </message>
    <message>
        <source>Delete...</source>
        <translation>Удалить...</translation>
    </message>
    <message>
        <source>Delete “{record}”?</source>
        <translation>Удалить «{record}»?</translation>
    </message>
</context>
<context>
    <name>RecordHandOver</name>
    <message>
        <source>The new owner gets a message. Open tasks of the process go along. It can be undone.</source>
        <translation>Новый ответственный получит сообщение. Открытые задачи процесса перейдут к нему. Это можно отменить.</translation>
    </message>
    <message>
        <source>Open leads, opportunities, activities, orders and the accounts go along. It can be undone.</source>
        <translation>Перейдут открытые лиды, продажи, активности, заказы и контрагенты. Это можно отменить.</translation>
    </message>
    <message>
        <source>Hand over: {title}</source>
        <translation>Передать: {title}</translation>
    </message>
    <message>
        <source>Hand over all work</source>
        <translation>Передать все дела</translation>
    </message>
    <message>
        <source>Whose work</source>
        <translation>Чьи дела</translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation>Кому передать</translation>
    </message>
    <message>
        <source>What they should know</source>
        <translation>Что нужно знать новому ответственному</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Передать</translation>
    </message>
    <message>
        <source>Choose a person</source>
        <translation>Выберите сотрудника</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Отменить изменения</translation>
    </message>
    <message>
        <source>Hand over...</source>
        <translation>Передать...</translation>
    </message>
    <message>
        <source>Merge with another record...</source>
        <translation>Объединить с другой записью...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>There is nothing to save</source>
        <translation>Сохранять нечего</translation>
    </message>
    <message>
        <source>Keep my changes on top</source>
        <translation>Оставить мои изменения поверх</translation>
    </message>
    <message>
        <source>History of {record}</source>
        <translation>История: {record}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
</context>
<context>
    <name>ReferenceField</name>
    <message>
        <source>Choose an account...</source>
        <translation>Выберите контрагента...</translation>
    </message>
    <message>
        <source>Choose a contact...</source>
        <translation>Выберите контакт...</translation>
    </message>
    <message>
        <source>Choose a person...</source>
        <translation>Выберите сотрудника...</translation>
    </message>
    <message>
        <source>Choose an opportunity...</source>
        <translation>Выберите продажу...</translation>
    </message>
    <message>
        <source>Choose a lead...</source>
        <translation>Выберите лид...</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Выберите...</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Открыть страницу</translation>
    </message>
    <message>
        <source>Open the page: {field}</source>
        <translation>Открыть страницу: {field}</translation>
    </message>
    <message>
        <source>Create “{name}”</source>
        <translation>Создать «{name}»</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Choose from the list</source>
        <translation>Выберите из списка</translation>
    </message>
    <message>
        <source>Add a product: type its name or code...</source>
        <translation>Добавьте продукт: введите название или код...</translation>
    </message>
</context>
<context>
    <name>RelatedTab</name>
    <message numerus="yes">
        <source>Only the first %Ln are shown. The list shows all of them.</source>
        <translation>
            <numerusform>Показана только %Ln запись. В списке есть все.</numerusform>
            <numerusform>Показаны только первые %Ln. В списке есть все.</numerusform>
            <numerusform>Показаны только первые %Ln. В списке есть все.</numerusform>
        </translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Продажи</translation>
    </message>
    <message>
        <source>No opportunities yet.</source>
        <translation>Продаж пока нет.</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Лиды</translation>
    </message>
    <message>
        <source>No leads yet.</source>
        <translation>Лидов пока нет.</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Активности</translation>
    </message>
    <message>
        <source>No activities yet. Plan a task, a call or a meeting.</source>
        <translation>Активностей пока нет. Запланируйте задачу, звонок или встречу.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>No orders yet.</source>
        <translation>Заказов пока нет.</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Новая задача</translation>
    </message>
    <message>
        <source>New call</source>
        <translation>Новый звонок</translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation>Новая встреча</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Save the report...</source>
        <translation>Сохранить отчёт...</translation>
    </message>
    <message>
        <source>Rows and what becomes of them</source>
        <translation>Строки и что с ними будет</translation>
    </message>
    <message>
        <source>The row that is chosen</source>
        <translation>Выбранная строка</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Все строки</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создано</translation>
    </message>
    <message>
        <source>To be created</source>
        <translation>Будет создано</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Обновлено</translation>
    </message>
    <message>
        <source>To be updated</source>
        <translation>Будет обновлено</translation>
    </message>
    <message>
        <source>The same already</source>
        <translation>Уже такие же</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Пропущено</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>created</source>
        <translation>создана</translation>
    </message>
    <message>
        <source>will be created</source>
        <translation>будет создана</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>обновлена</translation>
    </message>
    <message>
        <source>will be updated</source>
        <translation>будет обновлена</translation>
    </message>
    <message>
        <source>the same already</source>
        <translation>уже такая же</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>пропущена</translation>
    </message>
    <message>
        <source>error</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Что с ней будет</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>{column} “{value}”:</source>
        <translation>{column} «{value}»:</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Сохранить отчёт</translation>
    </message>
    <message>
        <source>CSV (*.csv);;Workbook (*.xlsx)</source>
        <translation>CSV (*.csv);;Книга (*.xlsx)</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Сохранён: {path}</translation>
    </message>
    <message>
        <source>The report is saved</source>
        <translation>Отчёт сохранён</translation>
    </message>
</context>
<context>
    <name>RequiredFieldsSection</name>
    <message>
        <source>Required fields</source>
        <translation>Обязательные поля</translation>
    </message>
    <message>
        <source>What an opportunity needs before it leaves a stage, whichever way it goes and wherever it goes: nothing, a reminder, or the field must be filled in first.</source>
        <translation>Что нужно продаже, прежде чем она покинет стадию, каким бы путём и куда бы она ни шла: ничего, напоминание или сначала заполнить поле.</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Стадии</translation>
    </message>
    <message>
        <source>Not required</source>
        <translation>Не требуется</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>Напомнить</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Before it leaves {stage}</source>
        <translation>Прежде чем покинуть стадию «{stage}»</translation>
    </message>
</context>
<context>
    <name>ReschedulePopup</name>
    <message>
        <source>Say when it starts</source>
        <translation>Укажите начало</translation>
    </message>
    <message>
        <source>Say when it is due, not before the start</source>
        <translation>Укажите срок не раньше начала</translation>
    </message>
    <message>
        <source>Reschedule</source>
        <translation>Перенести</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Срок</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Cancel task</source>
        <translation>Отменить задачу</translation>
    </message>
</context>
<context>
    <name>ResultForm</name>
    <message>
        <source>Choose a result</source>
        <translation>Выберите результат</translation>
    </message>
    <message>
        <source>Say when</source>
        <translation>Укажите, когда</translation>
    </message>
    <message>
        <source>Result *</source>
        <translation>Результат *</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>Что будет дальше</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Choose a result to see what follows from it.</source>
        <translation>Выберите результат, и здесь будет видно, что последует.</translation>
    </message>
</context>
<context>
    <name>ResultStep</name>
    <message>
        <source>Undo the import</source>
        <translation>Отменить импорт</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Показать список</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>The import was undone: everything is as it was before.</source>
        <translation>Импорт отменён: всё как было раньше.</translation>
    </message>
</context>
<context>
    <name>RivalryTab</name>
    <message>
        <source>The deal was won by {name}.</source>
        <translation>Сделку выиграл конкурент: {name}.</translation>
    </message>
    <message>
        <source>Competitors</source>
        <translation>Конкуренты</translation>
    </message>
    <message>
        <source>Name of a competitor</source>
        <translation>Название конкурента</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>No competitors known</source>
        <translation>Конкуренты неизвестны</translation>
    </message>
    <message>
        <source>Who else does the customer talk to?</source>
        <translation>С кем ещё говорит клиент?</translation>
    </message>
</context>
<context>
    <name>RowChart</name>
    <message>
        <source>Show less</source>
        <translation>Показать меньше</translation>
    </message>
    <message>
        <source>Show all {number}</source>
        <translation>Показать все: {number}</translation>
    </message>
</context>
<context>
    <name>RowsSection</name>
    <message>
        <source>There is nothing here yet. Add the first one.</source>
        <translation>Здесь пока ничего нет. Добавьте первую запись.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Переместить вверх</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Переместить вниз</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>RunLog</name>
    <message>
        <source>Steps, the newest first</source>
        <translation>Шаги, сначала новые</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Пока ничего не произошло</translation>
    </message>
    <message>
        <source>Every step of a run stands here, with who did it and when.</source>
        <translation>Здесь стоит каждый шаг запуска: кто его сделал и когда.</translation>
    </message>
    <message>
        <source>Only the newest 5,000 steps are shown. Narrow the time to see older ones.</source>
        <translation>Показаны только последние 5 000 шагов. Чтобы увидеть более старые, сузьте время.</translation>
    </message>
    <message>
        <source>Show in the process</source>
        <translation>Показать в процессе</translation>
    </message>
    <message>
        <source>Open “{record}”</source>
        <translation>Открыть «{record}»</translation>
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
    <name>RunTravel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Stage then: {stage}.</source>
        <translation>Стадия тогда: {stage}.</translation>
    </message>
    <message>
        <source>Open tasks then: {tasks}.</source>
        <translation>Открытые задачи тогда: {tasks}.</translation>
    </message>
    <message>
        <source>{task} ({owner}, due {moment})</source>
        <translation>{task} ({owner}, срок {moment})</translation>
    </message>
</context>
<context>
    <name>RunningTab</name>
    <message>
        <source>Running</source>
        <translation>Выполняется</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Стадия</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С какого времени</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Показать ещё</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Открыть запись</translation>
    </message>
    <message>
        <source>Show on the diagram</source>
        <translation>Показать на диаграмме</translation>
    </message>
    <message>
        <source>Nobody runs this process now</source>
        <translation>Сейчас этот процесс никто не ведёт</translation>
    </message>
    <message>
        <source>Run starts it; what is under way stands here then.</source>
        <translation>Кнопка «Запустить» запустит его, и здесь появится то, что выполняется.</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} из {total}</translation>
    </message>
    <message>
        <source>{step} (cannot go on)</source>
        <translation>{step} (не может продолжиться)</translation>
    </message>
</context>
<context>
    <name>SavePicture</name>
    <message>
        <source>The picture could not be written to {path}: {reason}. Choose another place.</source>
        <translation>Не удалось записать картинку в {path}: {reason}. Выберите другое место.</translation>
    </message>
    <message>
        <source>The picture was saved as “{file}”.</source>
        <translation>Картинка сохранена как «{file}».</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Чертёж (*.svg)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Картинка (*.png)</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>Документ (*.pdf)</translation>
    </message>
    <message>
        <source>Save the diagram as a picture</source>
        <translation>Сохранить диаграмму как картинку</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Not saved.</source>
        <translation>Не сохранено.</translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>просрочена</translation>
    </message>
    <message>
        <source>done</source>
        <translation>выполнена</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменена</translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
</context>
<context>
    <name>SchedulePage</name>
    <message>
        <source>Schedule</source>
        <translation>Расписание</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Новая задача</translation>
    </message>
    <message>
        <source>Show today</source>
        <translation>Показать сегодня</translation>
    </message>
    <message>
        <source>Go back in time</source>
        <translation>Назад во времени</translation>
    </message>
    <message>
        <source>Go forward in time</source>
        <translation>Вперёд во времени</translation>
    </message>
    <message>
        <source>Show one day</source>
        <translation>Показать один день</translation>
    </message>
    <message>
        <source>Show the week</source>
        <translation>Показать неделю</translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation>Показать списком</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>Выходные</translation>
    </message>
    <message>
        <source>Show Saturday and Sunday too</source>
        <translation>Показать также субботу и воскресенье</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Неделя</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>Ничего не запланировано</translation>
    </message>
    <message>
        <source>Tasks of your sales appear here by themselves; you can also plan one.</source>
        <translation>Задачи ваших продаж появляются здесь сами; можно запланировать и свою.</translation>
    </message>
    <message>
        <source>Weekend ({count})</source>
        <translation>Выходные ({count})</translation>
    </message>
    <message>
        <source>Show the month</source>
        <translation>Показать месяц</translation>
    </message>
    <message>
        <source>Export the period shown...</source>
        <translation>Выгрузить показанный период...</translation>
    </message>
    <message>
        <source>Export everything of mine...</source>
        <translation>Выгрузить всё моё...</translation>
    </message>
    <message>
        <source>Keep a subscription file up to date...</source>
        <translation>Обновлять файл подписки...</translation>
    </message>
    <message>
        <source>Calendar file</source>
        <translation>Файл календаря</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Месяц</translation>
    </message>
    <message>
        <source>Calendar of the month</source>
        <translation>Календарь месяца</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>{number} went to the customer</source>
        <translation>{number}: отправка клиенту</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>Дата отправки</translation>
    </message>
    <message>
        <source>The program sends nothing. It notes the day and keeps the PDF with the files.</source>
        <translation>Программа ничего не отправляет. Она отмечает день и сохраняет PDF в файлах.</translation>
    </message>
    <message>
        <source>Not filled in: {names}</source>
        <translation>Не заполнено: {names}</translation>
    </message>
    <message>
        <source>Sent as it is</source>
        <translation>Отправлен как есть</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлен</translation>
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
        <source>Sections of the settings</source>
        <translation>Разделы настроек</translation>
    </message>
    <message>
        <source>System settings</source>
        <translation>Системные настройки</translation>
    </message>
    <message>
        <source>Opportunity stages</source>
        <translation>Стадии продаж</translation>
    </message>
    <message>
        <source>Lead stages</source>
        <translation>Стадии лидов</translation>
    </message>
    <message>
        <source>Reasons of closing</source>
        <translation>Причины закрытия</translation>
    </message>
    <message>
        <source>Reasons of disqualification</source>
        <translation>Причины дисквалификации</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Потребности</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Категории</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Источники</translation>
    </message>
    <message>
        <source>Sectors</source>
        <translation>Отрасли</translation>
    </message>
    <message>
        <source>Competitors</source>
        <translation>Конкуренты</translation>
    </message>
    <message>
        <source>Roles of participants</source>
        <translation>Роли участников</translation>
    </message>
    <message>
        <source>Influence</source>
        <translation>Влияние</translation>
    </message>
    <message>
        <source>Order statuses</source>
        <translation>Состояния заказов</translation>
    </message>
    <message>
        <source>Number masks</source>
        <translation>Маски номеров</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Шаблоны</translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>Валюты</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>Рабочее время</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Сотрудники</translation>
    </message>
    <message>
        <source>Required fields</source>
        <translation>Обязательные поля</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
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
        <source>Knowledge base</source>
        <translation>База знаний</translation>
    </message>
    <message>
        <source>Process library</source>
        <translation>Библиотека процессов</translation>
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
    <message>
        <source>My day</source>
        <translation>Мой день</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation>Аналитика</translation>
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
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>StageBar</name>
    <message>
        <source>Stages</source>
        <translation>Стадии</translation>
    </message>
    <message>
        <source>{stage}, passed</source>
        <translation>{stage}, пройдена</translation>
    </message>
    <message>
        <source>{stage}, current stage</source>
        <translation>{stage}, текущая стадия</translation>
    </message>
    <message>
        <source>{stage}, ahead</source>
        <translation>{stage}, впереди</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Завершение</translation>
    </message>
    <message>
        <source>Closed: choose how it ends</source>
        <translation>Завершение: выберите исход</translation>
    </message>
    <message>
        <source>Guide of this stage</source>
        <translation>Руководство по этой стадии</translation>
    </message>
</context>
<context>
    <name>StagesSection</name>
    <message numerus="yes">
        <source>%n opportunity(s) stand here now</source>
        <translation>
            <numerusform>Сейчас здесь %n продажа</numerusform>
            <numerusform>Сейчас здесь %n продажи</numerusform>
            <numerusform>Сейчас здесь %n продаж</numerusform>
        </translation>
    </message>
    <message>
        <source>Opportunity stages</source>
        <translation>Стадии продаж</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Название на английском</translation>
    </message>
    <message>
        <source>Name in Russian</source>
        <translation>Название на русском</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Maximum probability, %</source>
        <translation>Максимальная вероятность, %</translation>
    </message>
    <message>
        <source>Days for planning the next step</source>
        <translation>Дней на планирование следующего шага</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Конечная</translation>
    </message>
    <message>
        <source>Successful</source>
        <translation>Успешная</translation>
    </message>
    <message>
        <source>In the funnel</source>
        <translation>В воронке</translation>
    </message>
    <message>
        <source>On the stage bar</source>
        <translation>На индикаторе стадий</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>In this run</source>
        <translation>В этом запуске</translation>
    </message>
    <message>
        <source>The time comes {moment}; the process then goes on by itself.</source>
        <translation>Время настанет {moment}, тогда процесс продолжится сам.</translation>
    </message>
    <message>
        <source>{kind}: {step}</source>
        <translation>{kind}: {step}</translation>
    </message>
    <message>
        <source>About the process</source>
        <translation>О процессе</translation>
    </message>
    <message>
        <source>Choose a step on the diagram to read what it is for and where its results lead.</source>
        <translation>Выберите шаг на диаграмме, чтобы прочитать, для чего он и куда ведут его результаты.</translation>
    </message>
</context>
<context>
    <name>StepView</name>
    <message>
        <source>no description in this language</source>
        <translation>на этом языке описания нет</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Цель</translation>
    </message>
    <message>
        <source>Recommended steps</source>
        <translation>Рекомендуемые шаги</translation>
    </message>
    <message>
        <source>What the program does</source>
        <translation>Что делает программа</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Что дальше</translation>
    </message>
    <message>
        <source>Ways and where they lead</source>
        <translation>Пути и куда они ведут</translation>
    </message>
    <message>
        <source>Results and where they lead</source>
        <translation>Результаты и куда они ведут</translation>
    </message>
</context>
<context>
    <name>StepsPanel</name>
    <message>
        <source>Overdue</source>
        <translation>Просрочено</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>Следующие шаги</translation>
    </message>
    <message>
        <source>Nothing is overdue.</source>
        <translation>Просроченного нет.</translation>
    </message>
    <message>
        <source>Nothing more is due today.</source>
        <translation>На сегодня больше ничего нет.</translation>
    </message>
    <message>
        <source>Nothing is planned for the days to come.</source>
        <translation>На следующие дни ничего не запланировано.</translation>
    </message>
    <message numerus="yes">
        <source>%n open task(s)</source>
        <translation>
            <numerusform>%n открытая задача</numerusform>
            <numerusform>%n открытые задачи</numerusform>
            <numerusform>%n открытых задач</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n task(s)</source>
        <translation>
            <numerusform>Показать все: %n задача</numerusform>
            <numerusform>Показать все: %n задачи</numerusform>
            <numerusform>Показать все: %n задач</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepsTab</name>
    <message>
        <source>Descriptions in {language}</source>
        <translation>Описания на языке: {language}</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>Show on the diagram</source>
        <translation>Показать на диаграмме</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n шаг</numerusform>
            <numerusform>%n шага</numerusform>
            <numerusform>%n шагов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without description</source>
        <translation>
            <numerusform>%n без описания</numerusform>
            <numerusform>%n без описания</numerusform>
            <numerusform>%n без описания</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no description.</source>
        <translation>Описания нет.</translation>
    </message>
</context>
<context>
    <name>SummaryLine</name>
    <message>
        <source>Summary of the list</source>
        <translation>Итоги списка</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>Выбрана %Ln</numerusform>
            <numerusform>Выбрано %Ln</numerusform>
            <numerusform>Выбрано %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Records: {count}</source>
        <translation>Записей: {count}</translation>
    </message>
    <message>
        <source>at today&apos;s rates {amount}</source>
        <translation>по сегодняшним курсам {amount}</translation>
    </message>
    <message numerus="yes">
        <source>{amount} in %n record(s)</source>
        <translation>
            <numerusform>{amount} в %n записи</numerusform>
            <numerusform>{amount} в %n записях</numerusform>
            <numerusform>{amount} в %n записях</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuspectBar</name>
    <message>
        <source>They are different</source>
        <translation>Это разные записи</translation>
    </message>
    <message>
        <source>Do not suggest them again</source>
        <translation>Больше не предлагать</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Perhaps this is the same as:</source>
        <translation>Возможно, это то же самое, что:</translation>
    </message>
    <message>
        <source>Perhaps it is here already:</source>
        <translation>Возможно, такая запись уже есть:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open {record}</source>
        <translation>Открыть: {record}</translation>
    </message>
    <message>
        <source>Merge...</source>
        <translation>Объединить...</translation>
    </message>
    <message>
        <source>Merge with {record}</source>
        <translation>Объединить с: {record}</translation>
    </message>
</context>
<context>
    <name>SystemSection</name>
    <message>
        <source>System settings</source>
        <translation>Системные настройки</translation>
    </message>
    <message>
        <source>These values hold for everyone who works with this database. A change is in force at once.</source>
        <translation>Эти значения общие для всех, кто работает с этой базой. Изменение действует сразу.</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Sales process</source>
        <translation>Процесс продажи</translation>
    </message>
    <message>
        <source>Name of the company</source>
        <translation>Название компании</translation>
    </message>
    <message>
        <source>Default currency</source>
        <translation>Валюта по умолчанию</translation>
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
        <source>Run the lead handover on every new lead</source>
        <translation>Запускать перевод лида по каждому новому лиду</translation>
    </message>
    <message>
        <source>Begin the follow-up with every won opportunity</source>
        <translation>Начинать сопровождение с каждой выигранной продажей</translation>
    </message>
    <message>
        <source>Which process it runs</source>
        <translation>Какой процесс запускать</translation>
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
    <message>
        <source>Keep the process log</source>
        <translation>Хранить журнал процессов</translation>
    </message>
    <message>
        <source>days</source>
        <translation>дн.</translation>
    </message>
    <message>
        <source>For so many days after its end the steps of a run are kept; 0 keeps them for good. What is removed is gone.</source>
        <translation>Столько дней после завершения хранятся шаги запуска; 0 хранит их всегда. Удалённое не вернуть.</translation>
    </message>
    <message>
        <source>Who sees what</source>
        <translation>Кто что видит</translation>
    </message>
    <message>
        <source>A rep sees</source>
        <translation>Менеджер видит</translation>
    </message>
    <message>
        <source>Opportunities, leads, activities, orders and documents of others are then neither listed, counted nor found. Managers always see what belongs to their people, administrators everything.</source>
        <translation>Чужие продажи, лиды, активности, заказы и документы тогда не показываются в списках, не учитываются в суммах и не находятся поиском. Руководители всегда видят записи своих сотрудников, администраторы видят всё.</translation>
    </message>
    <message>
        <source>the records of everybody</source>
        <translation>записи всех</translation>
    </message>
    <message>
        <source>their own and those of their team</source>
        <translation>свои и записи своей команды</translation>
    </message>
    <message>
        <source>their own records</source>
        <translation>только свои записи</translation>
    </message>
</context>
<context>
    <name>TabDialog</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>TacticHistory</name>
    <message>
        <source>Tactic</source>
        <translation>Тактика</translation>
    </message>
    <message>
        <source>Edit the tactic</source>
        <translation>Изменить тактику</translation>
    </message>
    <message>
        <source>Version of the tactic</source>
        <translation>Версия тактики</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Сравнить с</translation>
    </message>
    <message>
        <source>compared with</source>
        <translation>сравнить с</translation>
    </message>
    <message>
        <source>Take this version again</source>
        <translation>Вернуть эту версию</translation>
    </message>
    <message>
        <source>No tactic yet. How will we win this?</source>
        <translation>Тактики пока нет. Как мы это выиграем?</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничем</translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message>
        <source>Tags of {record}</source>
        <translation>Теги: {record}</translation>
    </message>
    <message>
        <source>New tags (with commas between them)</source>
        <translation>Новые теги (через запятую)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>TagsField</name>
    <message>
        <source>Words, parted by commas</source>
        <translation>Слова через запятую</translation>
    </message>
</context>
<context>
    <name>TemplatesSection</name>
    <message>
        <source>Comes with the program. It can be changed and switched off.</source>
        <translation>Входит в программу. Его можно изменить и отключить.</translation>
    </message>
    <message>
        <source>Documents were made of it. It can be switched off.</source>
        <translation>По нему созданы документы. Его можно отключить.</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Шаблоны</translation>
    </message>
    <message>
        <source>Proposals and contracts are made from these texts. What stands in double braces is filled in from the opportunity.</source>
        <translation>По этим текстам создаются коммерческие предложения и договоры. То, что стоит в двойных фигурных скобках, заполняется из продажи.</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>КП</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Договор</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Предлагается</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Отключён</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Language of the document</source>
        <translation>Язык документа</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Использование</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Preview with the opportunity</source>
        <translation>Просмотр на примере продажи</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>There are no such placeholders: {names}</source>
        <translation>Таких полей нет: {names}</translation>
    </message>
</context>
<context>
    <name>TimeSlider</name>
    <message>
        <source>{moment} · step {number} of {count}</source>
        <translation>{moment} · шаг {number} из {count}</translation>
    </message>
    <message>
        <source>Time travel</source>
        <translation>Путешествие во времени</translation>
    </message>
    <message>
        <source>One step earlier</source>
        <translation>На шаг раньше</translation>
    </message>
    <message>
        <source>One step later</source>
        <translation>На шаг позже</translation>
    </message>
    <message>
        <source>Drag, or use the arrow keys, to see how it was</source>
        <translation>Потяните или используйте стрелки, чтобы увидеть, как было</translation>
    </message>
    <message>
        <source>undone later</source>
        <translation>позже отменено</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>В настоящее</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
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
    <message>
        <source>Manual</source>
        <translation>Руководство</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
</context>
<context>
    <name>TrialDialog</name>
    <message>
        <source>Try it out</source>
        <translation>Попробовать</translation>
    </message>
    <message>
        <source>A record is imagined. Nothing is written, nobody is told.</source>
        <translation>Запись воображаемая. Ничего не сохраняется, никто не узнает.</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Шаг назад</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>What has happened</source>
        <translation>Что произошло</translation>
    </message>
    <message>
        <source>Try it out: {process}</source>
        <translation>Попробовать: {process}</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>не начат</translation>
    </message>
    <message>
        <source>running</source>
        <translation>выполняется</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>завершён</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>закончен</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменён</translation>
    </message>
    <message>
        <source>stopped by an error</source>
        <translation>остановлен ошибкой</translation>
    </message>
    <message>
        <source>Waiting now</source>
        <translation>Сейчас ожидает</translation>
    </message>
    <message>
        <source>What the process knows</source>
        <translation>Что знает процесс</translation>
    </message>
    <message>
        <source>Choose what begins the process.</source>
        <translation>Выберите, с чего начнётся процесс.</translation>
    </message>
    <message>
        <source>No task is open. Choose below what happens.</source>
        <translation>Открытых задач нет. Выберите ниже, что произойдёт.</translation>
    </message>
    <message>
        <source>The process is over. Step back or start again.</source>
        <translation>Процесс закончен. Вернитесь на шаг или начните заново.</translation>
    </message>
    <message>
        <source>What begins it</source>
        <translation>С чего начнётся</translation>
    </message>
    <message>
        <source>What can come</source>
        <translation>Что может прийти</translation>
    </message>
    <message>
        <source>What can be begun</source>
        <translation>Что можно начать</translation>
    </message>
    <message>
        <source>Let the time pass</source>
        <translation>Пусть пройдёт время</translation>
    </message>
    <message>
        <source>Choose a stage</source>
        <translation>Выбрать стадию</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n час</numerusform>
            <numerusform>%n часа</numerusform>
            <numerusform>%n часов</numerusform>
        </translation>
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
    <name>UnsavedDialog</name>
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
    <name>ValuesForm</name>
    <message>
        <source>Another value</source>
        <translation>Другое значение</translation>
    </message>
    <message>
        <source>Its value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Enter gives the process this value</source>
        <translation>Enter передаёт процессу это значение</translation>
    </message>
</context>
<context>
    <name>ValuesSection</name>
    <message>
        <source>{name} (switched off)</source>
        <translation>{name} (выключено)</translation>
    </message>
    <message numerus="yes">
        <source>Used %n time(s)</source>
        <translation>
            <numerusform>Используется %n раз</numerusform>
            <numerusform>Используется %n раза</numerusform>
            <numerusform>Используется %n раз</numerusform>
        </translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation>Пока не используется</translation>
    </message>
    <message>
        <source>It is used. Switch it off, and it is offered no longer.</source>
        <translation>Значение используется. Выключите его, и оно не будет предлагаться.</translation>
    </message>
    <message>
        <source>It comes with the program. Switch it off, and it is offered no longer.</source>
        <translation>Значение поставляется с программой. Выключите его, и оно не будет предлагаться.</translation>
    </message>
    <message>
        <source>Reasons of closing</source>
        <translation>Причины закрытия</translation>
    </message>
    <message>
        <source>Reasons of disqualification</source>
        <translation>Причины дисквалификации</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Потребности</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Категории</translation>
    </message>
    <message>
        <source>Influence</source>
        <translation>Влияние</translation>
    </message>
    <message>
        <source>Order statuses</source>
        <translation>Состояния заказов</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Источники</translation>
    </message>
    <message>
        <source>Sectors</source>
        <translation>Отрасли</translation>
    </message>
    <message>
        <source>Competitors</source>
        <translation>Конкуренты</translation>
    </message>
    <message>
        <source>Roles of participants</source>
        <translation>Роли участников</translation>
    </message>
    <message>
        <source>Drag a value, or press Alt+Up and Alt+Down, to change the order in which values are offered.</source>
        <translation>Перетащите значение или нажмите Alt+Вверх и Alt+Вниз, чтобы изменить порядок.</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Название на английском</translation>
    </message>
    <message>
        <source>Name in Russian</source>
        <translation>Название на русском</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Предлагается</translation>
    </message>
    <message>
        <source>can be chosen</source>
        <translation>можно выбрать</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>выключено</translation>
    </message>
</context>
<context>
    <name>VersionsCard</name>
    <message>
        <source>Version {number}</source>
        <translation>Версия {number}</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Версии</translation>
    </message>
    <message>
        <source>Compare...</source>
        <translation>Сравнить...</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>VersionsTab</name>
    <message>
        <source>Versions</source>
        <translation>Версии</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Добавлена</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Кем</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Отпечаток</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Выполняется</translation>
    </message>
    <message>
        <source>In the menu “Run process”</source>
        <translation>В меню «Запустить процесс»</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Выключить</translation>
    </message>
    <message>
        <source>Compare...</source>
        <translation>Сравнить...</translation>
    </message>
    <message>
        <source>Export BPMN</source>
        <translation>Экспорт BPMN</translation>
    </message>
    <message>
        <source>Move runs...</source>
        <translation>Перевести запуски...</translation>
    </message>
    <message>
        <source>Run this version</source>
        <translation>Запускать эту версию</translation>
    </message>
    <message>
        <source>is run now</source>
        <translation>запускается</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>хранится</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>программа</translation>
    </message>
    <message>
        <source>There is only one version.</source>
        <translation>Версия только одна.</translation>
    </message>
    <message>
        <source>Nobody runs this version.</source>
        <translation>По этой версии ничего не выполняется.</translation>
    </message>
    <message>
        <source>It is run already.</source>
        <translation>Она уже запускается.</translation>
    </message>
    <message>
        <source>It is switched off.</source>
        <translation>Он выключен.</translation>
    </message>
</context>
<context>
    <name>ViewNameDialog</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Shared with everyone</source>
        <translation>Общее для всех</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>ViewSwitch</name>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Доска</translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation>Показать списком</translation>
    </message>
    <message>
        <source>Show as a board by stages</source>
        <translation>Показать доской по стадиям</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Save the view as</source>
        <translation>Сохранить представление как</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>Переименовать представление</translation>
    </message>
</context>
<context>
    <name>ViewsButton</name>
    <message>
        <source>Standard</source>
        <translation>Обычное</translation>
    </message>
    <message>
        <source>{view} (changed)</source>
        <translation>{view} (изменено)</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Представление</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Сохранённые представления</translation>
    </message>
    <message>
        <source>{view} (shared by {owner})</source>
        <translation>{view} (общее, {owner})</translation>
    </message>
    <message>
        <source>This view comes with the program</source>
        <translation>Это представление входит в программу</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Сохранить представление</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Shared with everyone</source>
        <translation>Общее для всех</translation>
    </message>
    <message>
        <source>Delete view</source>
        <translation>Удалить представление</translation>
    </message>
    <message>
        <source>Open the list with this view</source>
        <translation>Открывать список с этим представлением</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>The program does this. How does it end?</source>
        <translation>Это делает программа. Чем закончится?</translation>
    </message>
    <message>
        <source>A page waits to be saved.</source>
        <translation>Страница ждёт сохранения.</translation>
    </message>
    <message>
        <source>due {moment}</source>
        <translation>срок {moment}</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Задача</translation>
    </message>
</context>
<context>
    <name>WhatFollows</name>
    <message>
        <source>Run the follow-up</source>
        <translation>Запустить сопровождение</translation>
    </message>
    <message>
        <source>Thank the participants, check satisfaction after 30 days, ask for a reference after 90</source>
        <translation>Поблагодарить участников, через 30 дней проверить удовлетворённость, через 90 попросить о рекомендации</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Что дальше</translation>
    </message>
    <message>
        <source>Check the data</source>
        <translation>Проверить данные</translation>
    </message>
    <message>
        <source>Create the order</source>
        <translation>Создать заказ</translation>
    </message>
    <message>
        <source>Plan the next activity</source>
        <translation>Запланировать следующую активность</translation>
    </message>
    <message>
        <source>done</source>
        <translation>сделано</translation>
    </message>
    <message>
        <source>still to do</source>
        <translation>ещё не сделано</translation>
    </message>
    <message>
        <source>{done} of {all} done</source>
        <translation>сделано {done} из {all}</translation>
    </message>
    <message>
        <source>no income</source>
        <translation>доход не указан</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) are carried over</source>
        <translation>
            <numerusform>переносится %n продукт</numerusform>
            <numerusform>переносятся %n продукта</numerusform>
            <numerusform>переносятся %n продуктов</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct...</source>
        <translation>Исправить...</translation>
    </message>
    <message>
        <source>Check...</source>
        <translation>Проверить...</translation>
    </message>
    <message>
        <source>Another order</source>
        <translation>Ещё заказ</translation>
    </message>
    <message>
        <source>Create order</source>
        <translation>Создать заказ</translation>
    </message>
    <message>
        <source>Plan another...</source>
        <translation>Запланировать ещё...</translation>
    </message>
    <message>
        <source>Plan...</source>
        <translation>Запланировать...</translation>
    </message>
</context>
<context>
    <name>WhoAreYouDialog</name>
    <message>
        <source>Who are you?</source>
        <translation>Кто вы?</translation>
    </message>
    <message>
        <source>Several people work in this workspace. This computer remembers your answer.</source>
        <translation>В этом рабочем пространстве работают несколько человек. Этот компьютер запомнит ваш ответ.</translation>
    </message>
</context>
<context>
    <name>WhyPopup</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>WindowSection</name>
    <message>
        <source>This window</source>
        <translation>Это окно</translation>
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
</context>
<context>
    <name>_CalendarField</name>
    <message>
        <source>Choose from the calendar</source>
        <translation>Выбрать в календаре</translation>
    </message>
</context>
<context>
    <name>_Flags</name>
    <message>
        <source>final, successful</source>
        <translation>конечная, успешная</translation>
    </message>
    <message>
        <source>final</source>
        <translation>конечная</translation>
    </message>
    <message>
        <source>Drag a stage, or press Alt+Up and Alt+Down, to change the order. Whether a stage is final stays as it is while records stand there.</source>
        <translation>Перетащите стадию или нажмите Alt+Вверх и Alt+Вниз, чтобы изменить порядок. Пока на стадии есть записи, нельзя изменить, конечная ли она.</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>Overdue since {since}</source>
        <translation>Просрочено с {since}</translation>
    </message>
    <message>
        <source>Due today {time}</source>
        <translation>Сегодня до {time}</translation>
    </message>
    <message>
        <source>Tomorrow {time}</source>
        <translation>Завтра {time}</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>Сегодня {time}</translation>
    </message>
    <message>
        <source>dd</source>
        <comment>day, in a pattern such as dd.mm.yyyy</comment>
        <translation>дд</translation>
    </message>
    <message>
        <source>mm</source>
        <comment>month, in a pattern such as dd.mm.yyyy</comment>
        <translation>мм</translation>
    </message>
    <message>
        <source>yyyy</source>
        <comment>year, in a pattern such as dd.mm.yyyy</comment>
        <translation>гггг</translation>
    </message>
    <message>
        <source>hh:mm</source>
        <comment>time, in a pattern such as dd.mm.yyyy hh:mm</comment>
        <translation>чч:мм</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} ч</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} мин</translation>
    </message>
</context>
</TS>
