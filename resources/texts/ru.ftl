
## Ошибки окружения (Trouble): что случилось, что ничего не потеряно, что делать

database-url = «{ $url }» не является адресом базы данных. Укажите, например, sqlite:///папка/файл.db или postgresql+psycopg://сервер/имя.
database-folder = В папке { $folder } нельзя создать рабочую базу: { $reason }. Ничего не записано. Выберите другую папку или разрешите запись в эту.
database-cannot-open = Файл рабочей базы не открывается. Ничего не изменено. Проверьте, что это файл и что у вас есть право его читать.
database-read-only = В файл рабочей базы нельзя писать. Ничего не изменено. Разрешите запись в него и в его папку или откройте копию.
database-not-a-database = Этот файл не является рабочей базой Dealwright. Он оставлен без изменений. Выберите другой файл.
database-damaged = Файл рабочей базы повреждён. Он оставлен без изменений. Откройте последнюю резервную копию и сохраните повреждённый файл для восстановления.
database-foreign = Эта база данных принадлежит другой программе. Она оставлена без изменений. Выберите другую.
database-newer = Эту рабочую базу открывала более новая версия Dealwright (формат { $found }, программа знает { $known }). Она оставлена без изменений. Установите новую версию.
database-locked = В рабочую базу пишет другая программа. Ничего не изменено. Повторите чуть позже.
database-busy = Те же записи в этот момент менял кто-то другой. Ничего не изменено. Повторите.
disk-full = Диск заполнен. Ничего не изменено, всё сохранённое ранее в безопасности. Освободите место и повторите.
disk-error = Диск сообщил об ошибке. Ничего не изменено. Проверьте диск и повторите.
server-gone = Сервер базы данных не отвечает. Ничего не изменено. Проверьте сеть и повторите.
server-refused = Сервер базы данных отклонил подключение. Проверьте имя, пароль и адрес.
backup-exists = { $backup } уже существует и не перезаписан. Выберите другое имя.
backup-damaged = Копия { $backup } не прошла проверку и удалена. Рабочая база не затронута. Проверьте диск.
backup-only-sqlite = Здесь копируется только рабочая база в файле. Базу на сервере копируют средствами самого сервера.
workspace-closed = Рабочая база уже закрыта.
workspace-not-open = Рабочую базу не удалось открыть.
check-damage = Файл повреждён. Сообщение SQLite: { $detail }
check-dangling = Строка { $row } таблицы { $table } ссылается на отсутствующую строку таблицы { $parent }.
check-unreadable = Файл не читается как рабочая база. Сообщение SQLite: { $detail }
check-done = { $problems ->
    [0] Рабочая база исправна.
    [one] Найдена { $problems } ошибка. Сохраните файл и откройте последнюю резервную копию.
    [few] Найдено { $problems } ошибки. Сохраните файл и откройте последнюю резервную копию.
   *[many] Найдено { $problems } ошибок. Сохраните файл и откройте последнюю резервную копию.
}

## Люди, записи, лиды, справочники и настройки

welcome = Добро пожаловать, { $name }.
person-switched = Теперь вы работаете как { $name }.
person-created = Добавлен сотрудник: { $name }.
account-created = Контрагент «{ $name }» создан.
contact-created = Контакт «{ $name }» создан.
lead-created = Лид «{ $title }» создан.
record-saved = Запись «{ $name }» сохранена.
lead-stage-changed = Лид «{ $title }» переведён на стадию «{ $stage }».
lead-sale-started = По лиду «{ $title }» создана продажа, по ней запущен процесс корпоративной продажи.
setting-saved = Настройка сохранена.
stage-created = Стадия «{ $stage }» создана.
sample-loaded = Демонстрационные данные загружены: { $opportunities ->
    [one] { $opportunities } продажа
    [few] { $opportunities } продажи
   *[many] { $opportunities } продаж
} вымышленной компании. Осмотритесь.

person-unknown = Этот человек здесь больше не работает. Выберите другого.
person-exists = { $name } здесь уже есть. Укажите другое имя.
role-unknown = Роли «{ $role }» нет.
first-start-over = В этом рабочем пространстве уже есть люди. Выберите себя в меню аватара.
workspace-not-empty = Демонстрационные данные можно загрузить только в пустое рабочее пространство. Ничего не изменено.
name-missing = Укажите название или имя.
title-missing = Укажите название.
text-too-long = Слишком длинный текст: не больше { $most } символов.
email-wrong = «{ $email }» не похоже на адрес электронной почты. Укажите его в виде name@company.com.
number-wrong = Укажите целое число.
number-range = Укажите число от { $least } до { $most }.
amount-negative = Сумма не может быть отрицательной.
amount-too-large = Эта сумма слишком велика.
date-wrong = Выберите дату.
choice-unknown = Этого значения больше нет в списке. Выберите другое.
record-unknown = Этой записи больше нет. Выберите другую.
record-gone = Этой записи больше нет.
owner-missing = Выберите ответственного.
changed-meanwhile = Эту запись тем временем сохранил кто-то другой. Ничего не перезаписано: посмотрите новую версию и сохраните ещё раз.
account-own-parent = Компания не может входить сама в себя или в собственную дочернюю компанию. Выберите другую.
lead-final-stage = Лид стоит на стадии «{ $stage }». Конечную стадию нельзя покинуть.
lead-stage-current = Лид уже стоит на стадии «{ $stage }».
final-stage-left = Конечную стадию нельзя покинуть
stage-current = Сейчас на этой стадии
stage-unknown = Стадии «{ $stage }» нет.
stage-in-use = { $count ->
    [one] На этой стадии стоит { $count } продажа. Пока это так, нельзя изменить, конечная ли стадия.
    [few] На этой стадии стоят { $count } продажи. Пока это так, нельзя изменить, конечная ли стадия.
   *[many] На этой стадии стоит { $count } продаж. Пока это так, нельзя изменить, конечная ли стадия.
}
stage-success-needs-final = Успешной может быть только конечная стадия.
stage-last-open = Хотя бы одна стадия должна оставаться открытой.
code-wrong = «{ $code }» не может быть кодом. Используйте строчные латинские буквы, цифры и подчёркивания, первой должна быть буква.
code-taken = Стадия с кодом «{ $code }» уже есть.
setting-unknown = Настройка «{ $name }» не может иметь такое значение.
setting-grace-range = Укажите число секунд от 0 до { $most }.
setting-days-range = Укажите число дней от 0 до { $most }.
currency-unknown = «{ $currency }» не является валютой. Укажите код из трёх букв, например EUR.
subject-unknown = Списка «{ $subject }» нет.
column-unknown = В списке нет колонки «{ $column }».
place-unknown = Правки этой страницы не сохраняются.
draft-not-plain = Эти правки нельзя сохранить.
activity-done = Эта задача выполнена.
activity-cancelled = Эта задача отменена.
result-done = Готово

## Процессы, стадии, задачи, завершение, отмена

process-started = По продаже «{ $opportunity }» запущен процесс «{ $process }».
process-started-on = По продаже «{ $opportunity }» запущен процесс «{ $process }», { $tasks ->
    [0] задачи не созданы
    [one] создана { $tasks } задача
    [few] созданы { $tasks } задачи
   *[many] создано { $tasks } задач
}.
process-started-lead = По лиду «{ $opportunity }» запущен процесс «{ $process }».
process-started-on-lead = По лиду «{ $opportunity }» запущен процесс «{ $process }», { $tasks ->
    [0] задачи не созданы
    [one] создана { $tasks } задача
    [few] созданы { $tasks } задачи
   *[many] создано { $tasks } задач
}.
process-unknown = В библиотеке нет процесса «{ $process }».
process-already-running = { $subject ->
    [lead] По этому лиду
   *[other] По этой продаже
} уже запущен процесс «{ $process }».
process-failed = Процесс «{ $process }» не может продолжиться: { $reason }. Ничего не изменено.
process-failed-step = шаг «{ $step }». { $reason }
version-other-process = Это версия другого процесса.
version-not-possible = Запуск нельзя перевести на эту версию: { $reason }
incident-gone = Этот сбой уже устранён.
incident-mended = Процесс «{ $process }» продолжается.
run-moved = Запуск процесса «{ $process }» продолжается на другой версии.
incident-not-a-service = Пропустить можно только работу службы. Повторите шаг или сначала измените данные.
opportunity-closed = Продажа завершена ({ $stage }), запустить по ней процесс нельзя.
lead-closed = Лид завершён ({ $stage }), запустить по нему процесс нельзя.
opportunity-not-won = Процесс «{ $process }» следует за победой: его запускают по выигранной продаже.
process-needs-won = Процесс «{ $process }» следует за победой: откройте выигранную продажу и запустите его там.
process-needs-record = Процесс «{ $process }» идёт по готовой записи: откройте её и запустите его там.
process-other-subject = Процесс «{ $process }» работает с { $subject ->
    [lead] лидами
   *[other] продажами
}, здесь его запустить нельзя.
nobody-acts = Сначала выберите, кто вы.
lead-has-opportunity = По лиду «{ $lead }» уже создана продажа, и она ещё открыта.

stage-changed = Продажа «{ $title }» переведена на стадию «{ $stage }».
final-stage = «{ $stage }» является конечной стадией, покинуть её нельзя.
already-on-stage = Продажа уже стоит на стадии «{ $stage }».
stage-final-new = Новая продажа не может начаться на стадии «{ $stage }»: это конечная стадия.
opportunity-created = Продажа «{ $title }» создана.
opportunity-saved = { $handed ->
    [0] Продажа «{ $title }» сохранена.
    [one] Продажа «{ $title }» сохранена. Новому ответственному передана { $handed } открытая задача.
    [few] Продажа «{ $title }» сохранена. Новому ответственному переданы { $handed } открытые задачи.
   *[many] Продажа «{ $title }» сохранена. Новому ответственному передано { $handed } открытых задач.
}

task-completed = Задача выполнена: { $title }.
task-completed-taken-up = Задача выполнена: { $title }. Лид снова взят в работу.
task-completed-anew = Задача выполнена: { $title }. { $created ->
    [one] Создана { $created } новая задача.
    [few] Созданы { $created } новые задачи.
   *[many] Создано { $created } новых задач.
}
task-completed-moved = Задача выполнена: { $title }. Продажа переведена на стадию «{ $stage }».
task-completed-moved-lead = Задача выполнена: { $title }. Лид переведён на стадию «{ $stage }».
task-completed-closed = Задача выполнена: { $title }. Продажа завершена, стадия «{ $stage }».
task-completed-closed-lead = Задача выполнена: { $title }. Лид завершён, стадия «{ $stage }».
task-cancelled = Задача отменена: { $title }.
task-rescheduled = «{ $title }» перенесена на { $start }.
activity-created = «{ $title }»: создано.
activity-saved = «{ $title }»: сохранено.
note-added = Заметка добавлена.
note-empty = Сначала напишите что-нибудь.
already-completed = { $who ->
    [none] Эта задача тем временем уже выполнена.
   *[other] Эту задачу уже завершил сотрудник { $who }, { $at }.
}
already-cancelled = { $who ->
    [none] Эта задача тем временем уже отменена.
   *[other] Эта задача уже отменена, { $at }.
}
task-belongs-to-process = Задача принадлежит процессу: выберите результат или смените стадию.
result-unknown = У этой задачи нет результата «{ $result }».
when-missing = Для результата «{ $result }» нужны дата и время.
when-past = Укажите дату и время в будущем.
moment-wrong = Укажите дату и время.
due-before-start = Окончание должно быть позже начала.
spent-negative = Затраченное время не может быть отрицательным.
kind-unknown = Вида активности «{ $kind }» нет.
closing-reason-required = Укажите причину проигрыша.

notification-new-task = Новая задача: { $task }
notification-new-task-text = { $opportunity } · { $process } · срок { $due }
notification-task-handed-over = Вам передана задача: { $task }
notification-record-handed-over = Теперь это ваше: { $title }
notification-record-handed-over-text = Передаёт { $who }{ $comment }
notification-work-handed-over = Теперь дела сотрудника { $from } ведёте вы
notification-work-handed-over-text = Передаёт { $who }{ $comment } · продажи: { $opportunity_count }, лиды: { $lead_count }, активности: { $activity_count }, заказы: { $order_count }, контрагенты: { $account_count }
notification-task-handed-over-text = { $opportunity } · срок { $due }
calendar-exported = { $count ->
    [one] Записана { $count } активность: { $path }.
    [few] Записано { $count } активности: { $path }.
   *[many] Записано { $count } активностей: { $path }.
}
calendar-unwritable = Файл календаря { $path } не удалось записать: { $reason }. Прежний файл не изменился.
notification-reminder = Напоминание: { $task }
notification-reminder-text = { $start }{ $about }
reminder-one = Скоро: «{ $title }»{ $about }, { $start }.
reminder-late = Ещё не сделано: «{ $title }»{ $about }, { $start }.
reminder-many = { $count ->
    [one] { $count } напоминание. Откройте уведомления.
    [few] { $count } напоминания. Откройте уведомления.
   *[many] { $count } напоминаний. Откройте уведомления.
}
notification-page = { $hint }
notification-page-text = { $opportunity }
notification-won = Победа: { $title }
notification-won-text = { $known ->
    [yes] { $owner }: продажа { $number } выиграна, { $amount }.{ $more }
   *[no] { $owner }: продажа { $number } выиграна.{ $more }
}
notification-lost = Проигрыш: { $title }
notification-lost-text = { $known ->
    [yes] { $owner }: продажа { $number } проиграна, { $amount }.{ $more }
   *[no] { $owner }: продажа { $number } проиграна.{ $more }
}
notification-closed-reason = Причина: { $reason }.
notification-closed-competitor = Конкурент: { $competitor }.
notification-closed-spent = Затрачено: { $hours } ч { $minutes } мин.

undone = Отменено: { $what }
redone = Выполнено снова: { $what }
undo-unnamed = последнее действие
undo-nothing = Отменять нечего.
redo-nothing = Повторять нечего.
undo-already = Это действие уже отменено.
undo-not-possible = Это действие нельзя отменить.
undo-not-yours = Отменить действие может только тот, кто его совершил.
undo-changed-since = { undo-record }: с тех пор есть изменения, поэтому отменить это уже нельзя.
undo-referenced = { undo-record }: с тех пор добавлено что-то ещё, поэтому отменить это уже нельзя.
undo-final-stage = Продажа или лид «{ $title }» завершены, покинуть конечную стадию можно только отменой сразу после перехода на неё.
undo-record = { $table ->
    [opportunity] Продажа «{ $name }»
    [lead] Лид «{ $name }»
    [activity] Задача «{ $name }»
    [account] Контрагент «{ $name }»
    [contact] Контакт «{ $name }»
    [person] { $name }
    [process_instance] Процесс
    [lookup_value] Значение «{ $name }»
    [lead_stage] Стадия «{ $name }»
    [required_field] Обязательное поле
    [opportunity_stage] Стадия «{ $name }»
    [product] Продукт «{ $name }»
    [opportunity_line] Строка «{ $name }»
    [sales_order] Заказ { $name }
    [sales_order_line] Строка «{ $name }»
    [order_payment] Платёж
    [note] Заметка
    [notification] Уведомление
    [system_setting] Настройка
   *[other] Запись
}

consequence-moves = { $subject ->
    [lead] Лид
   *[other] Продажа
} перейдёт на стадию «{ $stage }».
consequence-moves-with-task = { $subject ->
    [lead] Лид
   *[other] Продажа
} перейдёт на стадию «{ $stage }», будет создана задача «{ $task }» на { $start }.
consequence-closes = { $subject ->
    [lead] Лид будет завершён
   *[other] Продажа будет завершена
}, стадия «{ $stage }».
consequence-cancels = { $count ->
    [one] отменит { $count } задачу
    [few] отменит { $count } задачи
   *[many] отменит { $count } задач
}
consequence-keeps = { $count ->
    [one] оставит { $count } вашу собственную
    [few] оставит { $count } ваши собственные
   *[many] оставит { $count } ваших собственных
}
consequence-creates = { $count ->
    [one] создаст { $count }
    [few] создаст { $count }
   *[many] создаст { $count }
}
consequence-creates-tasks = { $count ->
    [one] создаст { $count } задачу
    [few] создаст { $count } задачи
   *[many] создаст { $count } задач
}
consequence-final = покинуть конечную стадию нельзя
consequence-nothing = задачи не отменяются и не создаются
consequence-ends = процесс завершится
consequence-stays-open = Задача «{ $title }» останется открытой.
consequence-stay-open = { $count ->
    [one] Останется открытой { $count } задача стадии.
    [few] Останутся открытыми { $count } задачи стадии.
   *[many] Останется открытыми { $count } задач стадии.
}
consequence-then-moves = { $count ->
    [one] Когда и она будет выполнена, { $subject ->
        [lead] лид
       *[other] продажа
    } перейдёт на стадию «{ $stage }».
   *[other] Когда и они будут выполнены, { $subject ->
        [lead] лид
       *[other] продажа
    } перейдёт на стадию «{ $stage }».
}
consequence-then-moves-with-task = { $count ->
    [one] Когда и она будет выполнена, { $subject ->
        [lead] лид
       *[other] продажа
    } перейдёт на стадию «{ $stage }» и будет создана задача «{ $task }» на { $start }.
   *[other] Когда и они будут выполнены, { $subject ->
        [lead] лид
       *[other] продажа
    } перейдёт на стадию «{ $stage }» и будет создана задача «{ $task }» на { $start }.
}
consequence-then-closes = { $count ->
    [one] Когда и она будет выполнена, { $subject ->
        [lead] лид завершится
       *[other] продажа завершится
    }, стадия «{ $stage }».
   *[other] Когда и они будут выполнены, { $subject ->
        [lead] лид завершится
       *[other] продажа завершится
    }, стадия «{ $stage }».
}
consequence-task-created = Будет создана задача «{ $task }» на { $start }.
consequence-tasks-created = { $count ->
    [one] Будет создана { $count } задача: { $tasks }.
    [few] Будут созданы { $count } задачи: { $tasks }.
   *[many] Будет создано { $count } задач: { $tasks }.
}
consequence-tasks-cancelled = { $count ->
    [one] Будет отменена { $count } незавершённая задача.
    [few] Будут отменены { $count } незавершённые задачи.
   *[many] Будет отменено { $count } незавершённых задач.
}
consequence-run-new = { $subject ->
    [lead] Будет создан новый лид
   *[other] Будет создана новая продажа
} на стадии «{ $stage }», { $count ->
    [0] без задач
    [one] с { $count } задачей
   *[many] с { $count } задачами
}.
consequence-run-on = Процесс начнётся на стадии «{ $stage }», { $count ->
    [0] задачи создаваться не будут
    [one] будет создана { $count } задача
    [few] будут созданы { $count } задачи
   *[many] будет создано { $count } задач
}.
consequence-sale = Будет создана продажа на стадии «{ $stage }», { $count ->
    [0] без задач
    [one] с { $count } задачей
   *[many] с { $count } задачами
}.
consequence-task-done = Задача будет выполнена.
consequence-aside = Лид будет отложен: звонок «Вернуться к лиду» запланируется на { $at }, тогда процесс и продолжится.
consequence-begins = Начнётся процесс «{ $process }».
consequence-satisfies = Потребность лида будет удовлетворена.
consequence-taken-up = Лид снова будет взят в работу.
consequence-given-to = Лид получит { $name }.
consequence-waits = Открытых задач процесса не останется; он продолжится сам { $at }.
consequence-run-ends = Процесс завершится.

why-task-made = Эту задачу создал шаг «{ $step }» процесса «{ $process }», { $at }.
why-task-by-result = Она следует из результата «{ $result }» задачи «{ $task }»: { $who }, { $at }.
why-task-by-stage = Она следует из выбора стадии «{ $stage }»: { $who }, { $at }.
why-task-by-start = Она следует из запуска процесса: { $who }, { $at }.
why-task-by-begin = Она следует из запуска процесса событием «{ $event }»: { $who }, { $at }.
why-task-by-page = Она следует из сохранения страницы: { $who }, { $at }.
why-task-by-timer = Она следует из срока «{ $event }», { $at }.
why-task-by-signal = Она следует из сигнала «{ $name }» другого запуска, { $at }.
why-task-by-message = Она следует из сообщения «{ $name }» другого запуска, { $at }.
why-task-by-change = Она следует из изменения данных запуска: { $who }, { $at }.
why-task-by-migrate = Она следует из перевода на другую версию процесса: { $who }, { $at }.
why-task-by-hand = Задача создана вручную: { $who }, { $at }.
why-task-done = Выполнена с результатом «{ $result }»: { $who }, { $at }.
why-task-cancelled = Отменена действием: { $who }, { $at }.
why-stage-since = «{ $title }» стоит на стадии «{ $stage }» с { $at }.
why-process-runs = По ней идёт процесс «{ $process }», запуск: { $who }, { $at }.
why-process-none = Процесс по ней не запущен.
why-program = программа
why-time = время
why-by-time = К этому привело время, { $at }.
why-by-import = Импортировано: { $who }, { $at }.
why-by-action = К этому привело действие, { $who }, { $at }: { $what }
why-by-unnamed = К этому привело действие, { $who }, { $at }.
why-task-by-error = Она следует из ошибки одного из шагов, { $at }.
why-task-by-select = Её выбор: { $who }, { $at }.
why-task-by-cancel = Она следует из отмены запуска, { $who }, { $at }.
why-task-by-signal-of = Она следует из сигнала «{ $name }» другого запуска процесса «{ $process }», { $at }.
why-task-by-signal-from = Она следует из сигнала «{ $name }», который послал процесс «{ $process }» по записи «{ $record }», { $at }.
why-task-by-message-of = Она следует из сообщения «{ $name }» другого запуска процесса «{ $process }», { $at }.
why-task-by-message-from = Она следует из сообщения «{ $name }», которое послал процесс «{ $process }» по записи «{ $record }», { $at }.
why-run-moved = С тех пор запуск переведён на версию { $version }: { $who }, { $at }.
why-cancelled = Отменено { $at }.
why-incident = Шаг «{ $step }» процесса «{ $process }» не удалось выполнить, { $at }.
why-told-task = Вы получили сообщение, потому что задача ваша.
why-told-other = Вы получили сообщение, потому что вы отвечаете за это или вас об этом попросили.
why-show-step = Показать в процессе
why-show-process = Показать в процессе: { $process }
why-open = Открыть

## Импорт из файлов CSV (docs/import.md)

import-done = { $opportunities ->
    [0] Ничего нового нет.
    [one] Загружена { $opportunities } продажа; процесс продажи запущен: { $runs }.
    [few] Загружено { $opportunities } продажи; процесс продажи запущен: { $runs }.
   *[many] Загружено { $opportunities } продаж; процесс продажи запущен: { $runs }.
}
import-cancelled = Импорт отменён. Ничего не изменено.
import-progress = Импорт: { $done } из { $total } ({ $percent } %)
import-added = Загружено: { $person ->
    [one] { $person } сотрудник
    [few] { $person } сотрудника
   *[many] { $person } сотрудников
}, { $product ->
    [one] { $product } продукт
    [few] { $product } продукта
   *[many] { $product } продуктов
}, { $account ->
    [one] { $account } контрагент
    [few] { $account } контрагента
   *[many] { $account } контрагентов
}, { $opportunity ->
    [one] { $opportunity } продажа
    [few] { $opportunity } продажи
   *[many] { $opportunity } продаж
}.
import-runs = { $runs ->
    [one] Процесс продажи запущен по { $runs } открытой продаже
   *[many] Процесс продажи запущен по { $runs } открытым продажам
}, { $tasks ->
    [one] создана { $tasks } задача.
    [few] создано { $tasks } задачи.
   *[many] создано { $tasks } задач.
}
import-added-nothing = Ничего нового нет, ничего не изменено.
import-unchanged = { $records ->
    [one] { $records } запись уже была и оставлена как есть.
    [few] { $records } записи уже были и оставлены как есть.
   *[many] { $records } записей уже было, они оставлены как есть.
}
import-report-written = { $findings ->
    [one] { $findings } замечание с номером строки записано в { $file }.
    [few] { $findings } замечания с номерами строк записаны в { $file }.
   *[many] { $findings } замечаний с номерами строк записано в { $file }.
}
import-report-failed = Импорт выполнен, но отчёт не удалось записать в { $file }: { $reason }.
import-report-unwritable = Отчёт нельзя записать в { $file }: { $reason }. Ничего не загружено. Укажите другой файл.

import-report-among-files = { $file } лежит среди загружаемых файлов. Ничего не загружено. Укажите для отчёта другой файл.

import-folder-missing = Папки { $folder } нет. Ничего не изменено.
import-file-missing = В папке { $folder } нет файла { $file }. Ничего не изменено.
import-file-unreadable = { $file } не читается: { $reason }. Ничего не изменено.
import-file-empty = { $file } пуст, а нужна строка с названиями столбцов. Ничего не изменено.
import-encoding = { $place }: это не текст в кодировке { $encoding }. Сохраните файл в этой кодировке или укажите в описании столбцов верную. Ничего не изменено.
import-delimiter = { $place }: столбцы разделены знаком «{ $found }», а в описании указан «{ $delimiter }». Исправьте описание. Ничего не изменено.
import-column-missing = { $place }: нет столбца «{ $column }». Есть столбцы: { $columns }. Ничего не изменено.
import-column-twice = { $place }: столбец «{ $column }» встречается дважды. Ничего не изменено.
import-cells = { $place }: ячеек { $found }, а столбцов { $expected }. Ничего не изменено.
import-csv = { $place }: это не CSV: { $reason }. Ничего не изменено.
import-misfit = Нельзя использовать строк файла { $file }: { $rejected } из { $lines }. Описание столбцов к нему не подходит. Первая такая строка: { $place }, поле «{ $column }», «{ $value }». Ничего не изменено.
import-stage-unknown = В описании для { $file } названа стадия «{ $stage }», которой здесь нет. Есть стадии: { $known }. Ничего не изменено.
import-mapping-unreadable = Описание столбцов { $mapping } не читается: { $reason }. Ничего не изменено.
import-mapping-key-unknown = { $mapping }, { $where }: «{ $key }» здесь ничего не значит. Известны: { $known }. Ничего не изменено.
import-mapping-key-missing = { $mapping }, { $where }: нет «{ $key }». Ничего не изменено.
import-mapping-value-wrong = { $mapping }, { $where }: «{ $value }» не подходит. Возможно: { $allowed }. Ничего не изменено.

import-outcome-repaired = исправлено
import-outcome-rejected = пропущено
import-outcome-kept = оставлено
import-rule-missing = обязательное поле пусто
import-rule-unknown = в ячейке названо то, чего здесь нет
import-rule-unknown-left-empty = в ячейке названо то, чего здесь нет; поле оставлено пустым
import-rule-left-empty = ячейка пуста; поле оставлено пустым
import-rule-misspelt = исправлена известная опечатка
import-rule-spelling = название найдено по буквам, без учёта пробелов и регистра
import-rule-too-long = текст длиннее поля
import-rule-number-wrong = это не число, которое может здесь стоять
import-rule-rounded = сумма округлена до наименьшей единицы валюты
import-rule-date-wrong = это не дата в формате из описания столбцов
import-rule-address-wrong = это не адрес электронной почты
import-rule-repeated = эту же запись содержит более ранняя строка
import-rule-own-superior = запись не может быть выше самой себя; поле оставлено пустым
import-rule-dated-now = даты нет; продажа начинается в момент импорта
import-rule-dated-by-close = первой даты нет; продажа начинается в день завершения
import-rule-open-without-closing = у открытой продажи нет даты завершения и дохода; ячейка не использована
import-rule-closed-without-date = у завершённой продажи должна быть дата завершения
import-rule-closed-before-begun = продажа завершена раньше, чем началась
import-rule-won-without-income = у выигранной продажи должен быть доход
import-rule-lost-without-reason = у проигранной продажи должна быть причина
import-rule-kept = здесь уже записано другое; оставлено как есть
import-rule-kept-closed = продажа здесь завершена; конечную стадию покинуть нельзя

# administration
value-created = «{ $name }»: значение добавлено.
value-removed = «{ $name }»: значение удалено.
order-saved = Порядок сохранён.
mask-saved = Маска сохранена. Следующий номер: { $number }.
rate-removed = Курс удалён.
lookup-unknown = Справочника «{ $lookup }» нет.
value-in-use = { $count ->
    [one] Используется { $count } раз, удалить нельзя.
    [few] Используется { $count } раза, удалить нельзя.
   *[many] Используется { $count } раз, удалить нельзя.
}
value-shipped = Это значение поставляется с программой, удалить его нельзя. Его можно выключить.
value-exists = «{ $name }» уже есть в этом списке.
value-last = Хотя бы одно значение этого списка должно оставаться включённым.
order-outdated = Список тем временем изменился. Посмотрите на него и повторите.
stage-in-process = Процесс «{ $process }» ведёт на эту стадию, поэтому её нельзя удалить.
lead-stage-in-use = { $count ->
    [one] На этой стадии { $count } лид. Пока это так, нельзя изменить, конечная ли она.
    [few] На этой стадии { $count } лида. Пока это так, нельзя изменить, конечная ли она.
   *[many] На этой стадии { $count } лидов. Пока это так, нельзя изменить, конечная ли она.
}
lead-stage-final-starts = Конечная стадия не может начинать продажу.
mask-no-counter = В маске нужно одно место для счётчика: {"{}"} или {"{:05d}"} для пяти цифр. Без него все номера были бы одинаковыми.
mask-taken = Такая маска есть у других записей, один номер мог бы появиться дважды.
mask-repeats = С этой маской номер { $number } появился бы во второй раз.
rate-same-currency = У валюты нет курса к самой себе. Выберите другую.
rate-wrong = Введите курс больше 0, например 1,0825.
hours-no-day = Выберите хотя бы один рабочий день.
hours-wrong = Рабочий день должен заканчиваться позже, чем начинается.

## История записи

history-created = Создание
history-task-created = Создана задача: { $task }
history-task-done = Завершена задача: { $task }
history-task-cancelled = Отменена задача: { $task }
history-task-reopened = Задача снова открыта: { $task }
history-task-field = { $task }: { $field }
history-related-field = { $what } { $name }: { $field }
history-note = Заметка
history-field-title = Название
history-field-stage = Стадия
history-field-account = Клиент
history-field-contact = Контакт
history-field-decision_maker = Лицо, принимающее решение
history-field-decision_maker_role = Роль лица, принимающего решение
history-field-need = Потребность
history-field-need_text = Потребность словами клиента
history-field-category = Категория
history-field-owner = Ответственный
history-field-source = Источник
history-field-amount = Сумма
history-field-amount_follows = Сумма следует продуктам
history-field-budget = Бюджет
history-field-budget_confirmed = Бюджет подтверждён
history-field-decision_date = Дата решения
history-field-expected_close = Ожидаемое закрытие
history-field-tactics = Тактика продажи
history-field-income = Фактический доход
history-field-closed_minutes = Затрачено минут
history-field-closing_reason = Причина закрытия
history-field-competitor = Конкурент
history-field-account_name = Клиент (как указан)
history-field-contact_name = Контакт (как указан)
history-field-email = Электронная почта
history-field-phone = Телефон
history-field-name = Название или имя
history-field-sector = Отрасль
history-field-website = Сайт
history-field-address = Адрес
history-field-employees = Сотрудников
history-field-founded = Год основания
history-field-revenue = Выручка
history-field-parent = Головная компания
history-field-notes = Примечания
history-field-job_title = Должность
history-field-kind = Вид
history-kind-task = задача
history-kind-call = звонок
history-kind-meeting = встреча
history-field-start_at = Начало
history-field-due_at = Срок
history-field-status = Состояние
history-field-result_code = Результат
history-field-comment = Комментарий
history-field-spent_minutes = Затрачено минут

## Products, orders, and what follows a won sale

product-created = Продукт «{ $name }» создан.
product-exists = Продукт «{ $name }» уже есть. Укажите другое название.
product-offered = Продаётся
product-withdrawn = Снят с продажи
line-added = Продукт «{ $name }» добавлен.
line-saved = Строка «{ $name }» изменена.
line-removed = Продукт «{ $name }» убран.
amount-follows = Теперь сумма считается по продуктам.
amount-stands = Теперь сумма не зависит от продуктов.
line-currency = Здесь всё указано в валюте { $currency }. Введите сумму в ней.
quantity-range = Введите количество больше 0.
percent-range = Введите процент от 0 до 100.
fraction-wrong = Введите число.
order-settled = Заказ в состоянии «{ $state }». Сначала измените его состояние.
order-created = Создан заказ { $number }.
payment-added = Платёж добавлен в график.
payment-saved = Платёж изменён.
payment-removed = Платёж убран из графика.
payment-empty = Введите долю или сумму.
closing-checked = Данные продажи «{ $title }» проверены.
not-closed = Продажа ещё не завершена.

## Планы и аналитика

plan-saved = План сохранён: { $name }.
plan-removed = План снят: { $name }.
plan-not-yours = Планы задают администраторы, а для своей команды руководители.
plan-quarter-unknown = Такого квартала нет.
figure-unknown = В аналитике нет показателя «{ $figure }».

## Участники и конкуренты

participant-added = { $name } участвует в продаже.
participant-removed = { $name } больше не участвует в продаже.
participant-there = { $name } уже участвует в продаже.
competitor-added = Конкурент «{ $name }» добавлен.
competitor-removed = Конкурент «{ $name }» убран.
competitor-there = «{ $name }» уже есть среди конкурентов.
history-opportunity_line = Продукт
history-sales_order = Заказ
history-field-ordered_on = Дата заказа
history-field-price = Цена
history-field-quantity_milli = Количество
history-field-discount_points = Скидка
history-participant = Участник
history-opportunity_competitor = Конкурент
history-field-role = Роль
history-field-influence = Влияние
history-field-attends = Будет на презентации
history-field-strengths = Сильные стороны
history-field-weaknesses = Слабые стороны

# the gate (N5)
fields-needed = Прежде чем «{ $title }» покинет стадию «{ $stage }», заполните: { $fields }.
gate-warning = Не заполнено при уходе со стадии «{ $stage }»: { $fields }.
gate-asks = Сначала спросит: { $fields }.
gate-notices = Не заполнено: { $fields }.
gate-final = Конечную стадию нельзя покинуть, поэтому требовать здесь нечего.
field-unknown = Поля «{ $name }», которое можно требовать, нет.
severity-unknown = «{ $severity }»: допустимы none, notify и stop.

## Файлы

file-attached = Файл «{ $name }» прикреплён.
file-removed = Файл «{ $name }» убран.
file-unreadable = Файл «{ $name }» не читается: { $reason }. Ничего не прикреплено.
file-too-large = Файл «{ $name }» больше { $most } МБ. Ничего не прикреплено.
file-changing = Файл «{ $name }» изменялся во время чтения. Ничего не прикреплено. Повторите.
file-damaged = Файл «{ $name }» повреждён в рабочей базе: его контрольная сумма не та, с которой он был сохранён. Ничего не записано. Восстановите его из резервной копии.
file-unwritable = Файл «{ $name }» нельзя записать сюда: { $reason }.
history-attachment = Файл

## Лента

comment-added = Комментарий добавлен.
comment-empty = Сначала напишите что-нибудь.
notification-mention = { $who } упоминает вас: { $opportunity }
notification-mention-text = { $text }
history-feed_comment = Комментарий

# people and rights
right-administrator = Это меняет только администратор.
right-manager = Это меняют только руководители и администраторы.
right-inactive = Вы здесь больше не работаете: изменить ничего нельзя.
right-owner = Ответственный здесь { $owner }. Изменить это может ответственный, его руководитель или администратор.
right-give = Своё можно передать кому угодно, а записи своей команды только внутри команды. { $owner } в неё не входит.
record-not-visible = Эта запись вам не видна: за неё отвечает другой сотрудник. Обратитесь к руководителю или администратору.
record-read-only = Эту запись можно смотреть. Ответственный: { $owner }. Об изменении попросите его.
record-read-only-manager = Эту запись можно смотреть. Ответственный: { $owner }, руководитель: { $manager }. Об изменении попросите их.
record-handed = Теперь за «{ $title }» отвечает { $name }.
work-handed = { $count ->
    [one] Передана { $count } запись. Раньше отвечал сотрудник { $from }, теперь отвечает { $name }.
    [few] Переданы { $count } записи. Раньше отвечал сотрудник { $from }, теперь отвечает { $name }.
   *[other] Передано { $count } записей. Раньше отвечал сотрудник { $from }, теперь отвечает { $name }.
}
work-none = Открытых дел нет: { $name }.
owner-already = За это уже отвечает { $owner }.
right-work = Передать можно свои дела и дела своей команды. { $name } в неё не входит.
person-left = { $name } больше не работает, открытые дела переданы.
person-leaves = Того, у кого есть открытые дела, отпускают с преемником.
person-self = Нельзя отпустить самого себя.
person-has-work = { $count ->
    [one] { $name }: { $count } открытая запись. Выберите, кому её передать.
    [few] { $name }: { $count } открытые записи. Выберите, кому их передать.
   *[many] { $name }: { $count } открытых записей. Выберите, кому их передать.
}
administrator-last = В базе нужен хотя бы один администратор.
report-circle = Никто не может подчиняться самому себе, напрямую или через других.

# The knowledge base
article-created = Статья «{ $title }» создана.
article-removed = Статья «{ $title }» убрана из базы знаний.
article-copied = Файл «{ $name }» прикреплён к продаже.
article-empty = В статье «{ $title }» ещё нет текста, который можно скопировать.
article-too-large = Этот текст вместе с картинками слишком велик: не больше { $most } МБ.
history-field-body = Текст
history-field-language = Язык
history-kind-article = Статья
history-kind-presentation = Презентация
history-kind-template = Шаблон
article-kind-unknown = Такого вида статей нет.
article-kind-article = Статья
article-kind-presentation = Презентация
article-kind-template = Шаблон
article-language-en = Английский
article-language-ru = Русский
article-fits = подходит: { $what }
fits-need = потребность
fits-sector = отрасль
fits-product = продукты
fits-tag = теги
language-unknown = Такого языка нет.
copy-not-editable = «{ $name }»: это не копия статьи, текст которой можно править здесь.

## Записи, которые могут быть одним и тем же

plain-value = { $value }
suspect-mail = тот же адрес почты
suspect-phone = тот же номер телефона
suspect-name = то же название
suspect-person = тот же человек
suspect-title = тот же заголовок
suspect-site = тот же сайт
suspect-alike = похожее название
suspect-name-contact = то же имя
suspect-alike-contact = похожее имя
merge-nothing = Выберите хотя бы две разные записи.
merge-choice = Это поле так объединить нельзя.
merge-unused = ничего с ней не связано
merge-opportunities = { $count ->
    [one] { $count } продажа
    [few] { $count } продажи
   *[many] { $count } продаж
}
merge-contacts = { $count ->
    [one] { $count } контакт
    [few] { $count } контакта
   *[many] { $count } контактов
}
merge-activities = { $count ->
    [one] { $count } активность
    [few] { $count } активности
   *[many] { $count } активностей
}
merge-orders = { $count ->
    [one] { $count } заказ
    [few] { $count } заказа
   *[many] { $count } заказов
}
records-merged = { $count ->
    [one] { $count } запись объединена с «{ $name }».
    [few] { $count } записи объединены с «{ $name }».
   *[many] { $count } записей объединены с «{ $name }».
}
records-told-apart = { $count ->
    [one] Эта { $count } запись отличается от других. Больше она не будет предлагаться.
    [few] Эти { $count } записи разные. Больше они не будут предлагаться.
   *[many] Эти { $count } записей разные. Больше они не будут предлагаться.
}
history-merged_record = Объединено с этой записью
history-sales_order_line = Продукт
history-order_payment = Платёж
history-field-due_on = Срок
history-field-share_points = Доля
history-field-paid_on = Оплачен
history-field-note = Примечание
history-field-series = Серия
history-field-code = Код
history-field-unit = Единица
history-field-active = Предлагается
history-field-nurture_until = Отложен до
history-field-nurture_reason = Отложен, потому что
history-field-disqualification_reason = Причина дисквалификации
history-field-disqualification_comment = Комментарий к дисквалификации

## Документы и согласования (R19)

document-kind-proposal = КП
document-kind-contract = Договор
document-state-draft = Черновик
document-state-approval = На согласовании
document-state-approved = Согласован
document-state-returned = Возвращён на доработку
document-state-sent = Отправлен
document-state-commented = Получены комментарии
approval-state-waiting = Ожидает
approval-state-approved = Согласовано
approval-state-returned = Возвращено на доработку
approval-state-withdrawn = Отозвано
document-column-name = Продукт
document-column-quantity = Количество
document-column-price = Цена
document-column-discount = Скидка
document-column-sum = Сумма
document-total = Итого
document-before-discount = До скидки

document-created = { $kind ->
    [contract] Создан договор { $number }.
   *[other] Создано КП { $number }.
}
document-saved = { $number }: сохранено.
document-version-made = { $number }: создана версия { $version }, предыдущая сохранена.
document-removed = { $number }: документ удалён.
approval-asked = { $number }: документ передан на согласование.
approval-withdrawn = { $number }: запрос на согласование отозван.
document-approved = { $number }: документ согласован.
document-approved-task = { $number }: документ согласован, вместе с ним завершена задача процесса.
document-approved-moved = { $number }: документ согласован. Продажа перешла на стадию «{ $stage }».
document-approved-only = { $number }: документ согласован. Его задача в процессе сейчас не открыта, поэтому больше ничего не изменилось.
document-returned = { $number }: документ возвращён на доработку.
document-returned-task = { $number }: документ возвращён на доработку. Его задача создана заново.
document-returned-moved = { $number }: документ возвращён на доработку. Продажа перешла на стадию «{ $stage }».
document-returned-only = { $number }: документ возвращён на доработку. Его задача в процессе сейчас не открыта, поэтому больше ничего не изменилось.
document-sent = { $filed ->
    [yes] { $number }: отмечена отправка. PDF сохранён в файлах продажи.
   *[other] { $number }: отмечена отправка.
}
document-commented = { $number }: комментарии клиента записаны.
template-created = Шаблон «{ $name }» создан.
template-removed = Шаблон «{ $name }» удалён.

document-too-long = Текст слишком длинный.
document-in-approval = { $number } на согласовании. Чтобы изменить документ, отзовите запрос.
document-approved-already = { $number }: документ уже согласован. Сначала измените его.
document-not-approved = { $number }: документ ещё не согласован. Клиенту он отправляется после согласования.
document-sent-already = { $number }: документ отправлен { $day }. Измените его, чтобы создать новую версию.
document-not-sent = { $number }: документ ещё не отправлен.
document-not-draft = { $number }: документ уже передавали другим, поэтому он сохраняется.
document-unfilled = Не заполнено: { $names }. Заполните или отправьте документ как есть.
document-comment-early = Документ отправлен { $day }. Выберите этот день или более поздний.
date-not-ahead = Выберите сегодняшний или прошедший день.
approver-missing = Выберите, кто согласует.
approval-not-asked = { $number }: сейчас никого не просят о согласовании.
approval-not-yours = Решение по этому документу принимает { $name }.
return-needs-comment = Напишите, что нужно изменить.
template-shipped = Шаблон «{ $name }» входит в программу. Его можно только отключить.
template-used = По шаблону «{ $name }» уже созданы документы. Его можно только отключить.

consequence-document = Изменится только документ.
consequence-document-only = Задача процесса сейчас не открыта: изменится только документ.
consequence-document-approved = Завершит задачу «{ $task }» с результатом «Согласован».
consequence-document-returned = Завершит задачу «{ $task }» с результатом «Возвращён на доработку».

notification-approval-asked = { $kind ->
    [contract] Договор { $number } ждёт вашего согласования
   *[other] КП { $number } ждёт вашего согласования
}
notification-approval-asked-text = Просит { $who }, { $opportunity }{ $dated ->
    [yes] , до { $due }
   *[other] { "" }
}{ $comment ->
    [none] { "" }
   *[other] . { $comment }
}
notification-approval-given = { $number }: согласовано, { $who }
notification-approval-given-text = { $opportunity }{ $comment ->
    [none] { "" }
   *[other] . { $comment }
}
notification-approval-returned = { $number }: возвращено на доработку, { $who }
notification-approval-returned-text = { $opportunity }{ $comment ->
    [none] { "" }
   *[other] . { $comment }
}
notification-approval-withdrawn = { $number }: согласование больше не нужно
notification-approval-withdrawn-text = Запрос отозвал(а) { $who }, { $opportunity }
notification-approval-due = { $number } ждёт вашего согласования
notification-approval-due-text = { $opportunity }, ответ нужен до { $due }
approval-reminder-one = { $number } ждёт вашего согласования, ответ нужен до { $due }.
approval-reminder-many = { $count ->
    [one] { $count } документ ждёт вашего согласования.
    [few] { $count } документа ждут вашего согласования.
   *[many] { $count } документов ждут вашего согласования.
}

why-document-made = { $who }: документ создан по шаблону «{ $template }», { $at }.
why-document-made-alone = { $who }: документ создан, { $at }.
why-document-version = { $who }: создана версия { $version }, { $at }.
why-document-asked = { $who }: запрошено согласование версии { $version }, согласует { $approver }, { $at }.
why-document-approved = { $approver }: версия { $version } согласована, { $at }.
why-document-returned = { $approver }: версия { $version } возвращена на доработку, { $at }: { $comment }
why-document-withdrawn = Запрос отозван (согласующий: { $approver }), { $at }.
why-document-sent = Документ отправлен клиенту { $day }.
why-document-commented = Клиент ответил { $day }.

placeholder-today = Сегодняшняя дата
placeholder-document-number = Номер документа
placeholder-company-name = Наша компания
placeholder-customer-name = Клиент
placeholder-customer-address = Адрес клиента
placeholder-customer-phone = Телефон клиента
placeholder-customer-email = Почта клиента
placeholder-contact-name = Контакт
placeholder-contact-position = Должность контакта
placeholder-decision-maker-name = Лицо, принимающее решение
placeholder-decision-maker-role = Роль лица, принимающего решение
placeholder-opportunity-title = Название продажи
placeholder-opportunity-number = Номер продажи
placeholder-opportunity-amount = Сумма
placeholder-opportunity-need = Потребность
placeholder-opportunity-need-text = Потребность словами клиента
placeholder-opportunity-expected-close = Ожидаемое завершение
placeholder-products = Таблица продуктов
placeholder-products-total = Итого по продуктам
placeholder-participants = Список участников
placeholder-owner-name = Ответственный
placeholder-owner-email = Почта ответственного

## Списки: условия, представления, теги, изменение многих записей, удаление

list-field-title = Название
list-field-name = Название
list-field-contact-name = Имя
list-field-account = Клиент
list-field-customer = Клиент
list-field-stage = Стадия
list-field-amount = Сумма
list-field-income = Фактический доход
list-field-worth = Доход или сумма
list-field-owner = Ответственный
list-field-next_step = Следующий шаг
list-field-expected_close = Закрытие
list-field-probability = Вероятность
list-field-need = Потребность
list-field-category = Категория
list-field-source = Источник
list-field-budget = Бюджет
list-field-budget_confirmed = Бюджет подтверждён
list-field-decision_date = Дата решения
list-field-created_at = Создано
list-field-stage_since = На стадии с
list-field-closed_at = Закрыто
list-field-closing_reason = Причина закрытия
list-field-competitor = Конкурент
list-field-contact = Контакт
list-field-number = Номер
list-field-tags = Теги
list-field-email = Эл. почта
list-field-phone = Телефон
list-field-kind = Вид
list-field-status = Состояние
list-field-due_at = Срок
list-field-start_at = Начало
list-field-opportunity = Продажа
list-field-lead = Лид
list-field-by_process = Создано процессом
list-field-done_at = Выполнено
list-field-spent_minutes = Затрачено минут
list-field-sector = Отрасль
list-field-opportunities = Открытые продажи
list-field-address = Адрес
list-field-website = Сайт
list-field-employees = Сотрудников
list-field-revenue = Выручка
list-field-job_title = Должность
list-field-code = Код
list-field-series = Серия
list-field-price = Цена
list-field-offered = Предлагается
list-field-unit = Единица
list-field-ordered_on = Дата
list-field-total = Итого
list-field-changed_at = Изменено
list-choice-article = Статья
list-choice-presentation = Презентация
list-choice-template = Шаблон
view-presentations = Презентации
list-choice-overdue = Просрочен
list-choice-today = Срок сегодня
list-choice-ahead = Впереди
list-choice-missing = Отсутствует
list-choice-unplanned = Ещё не запланирован
list-choice-task = Задача
list-choice-call = Звонок
list-choice-meeting = Встреча
list-choice-planned = Запланирована
list-choice-done = Выполнена
list-choice-cancelled = Отменена
view-my-open-opportunities = Мои открытые продажи
view-overdue-next-step = Просрочен следующий шаг
view-closing-this-month = Закрываются в этом месяце
view-my-open-leads = Мои открытые лиды
view-new-this-week = Новые за неделю
view-my-open-activities = Мои открытые активности
view-due-this-week = Срок на этой неделе
view-my-accounts = Мои контрагенты
view-contacts-without-mail = Без эл. почты
view-offered-products = Предлагаемые продукты
view-my-orders = Мои заказы
view-orders-this-month = Заказы этого месяца
needed-by-opportunity = { $count ->
    [one] { $count } продажа
    [few] { $count } продажи
   *[many] { $count } продаж
}
needed-by-lead = { $count ->
    [one] { $count } лид
    [few] { $count } лида
   *[many] { $count } лидов
}
needed-by-contact = { $count ->
    [one] { $count } контакт
    [few] { $count } контакта
   *[many] { $count } контактов
}
needed-by-sales_order = { $count ->
    [one] { $count } заказ
    [few] { $count } заказа
   *[many] { $count } заказов
}
needed-by-account = { $count ->
    [one] { $count } подчинённый контрагент
    [few] { $count } подчинённых контрагента
   *[many] { $count } подчинённых контрагентов
}
needed-by-participant = { $count ->
    [one] { $count } участие в продаже
    [few] { $count } участия в продажах
   *[many] { $count } участий в продажах
}
needed-by-opportunity_line = { $count ->
    [one] { $count } строка продажи
    [few] { $count } строки продаж
   *[many] { $count } строк продаж
}
needed-by-sales_order_line = { $count ->
    [one] { $count } строка заказа
    [few] { $count } строки заказов
   *[many] { $count } строк заказов
}
needed-by-activity = { $count ->
    [one] { $count } активность
    [few] { $count } активности
   *[many] { $count } активностей
}
needed-by-document = { $count ->
    [one] { $count } документ
    [few] { $count } документа
   *[many] { $count } документов
}
needed-by-other = { $count ->
    [one] { $count } другая запись
    [few] { $count } другие записи
   *[many] { $count } других записей
}
condition-field-unknown = В этом списке нет поля «{ $name }». Уберите условие.
condition-operator-unknown = Это поле нельзя так сравнить ({ $operator }). Уберите условие.
condition-value-wrong = В условии нет подходящего значения. Введите его или уберите условие.
tag-missing = Введите тег.
tag-comma = Тег не может содержать запятую.
tags-saved = Теги «{ $name }» изменены.
view-saved = Представление «{ $name }» сохранено.
view-deleted = Представление «{ $name }» удалено.
view-exists = Представление «{ $name }» уже есть. Выберите другое название.
view-not-yours = Это представление может менять только { $owner } или администратор. Сохраните его для себя под другим названием.
record-deleted = «{ $name }» удалено.
delete-needed = «{ $name }» нужно другим записям: { $needed }. Сначала удалите или измените их.
delete-task-of-process = Эта задача принадлежит процессу: выберите результат или смените стадию.
delete-task-done-of-process = Эта задача входит в историю процесса и остаётся с продажей.
bulk-nothing = Ничего не выбрано.
bulk-too-many = За один раз можно изменить не более { $most } записей. Выберите меньше.
bulk-change-unknown = Этот список не предлагает такого изменения ({ $change }).
bulk-cancelled = Отменено. Ничего не изменено.
bulk-row = «{ $name }» нельзя изменить: { $reason } Ничего не изменено.
bulk-owner-already = { $owner } уже отвечает за запись.
bulk-due-already = Срок уже в этот день.
bulk-fields-needed = Прежде чем покинуть стадию, нужно заполнить: { $fields }.
bulk-follows-income = Фактический доход и часы берутся из суммы и задач каждой продажи; исправить их можно на её странице.
bulk-done-owner = { $count ->
    [one] У { $count } записи новый ответственный.
    [few] У { $count } записей новый ответственный.
   *[many] У { $count } записей новый ответственный.
}
bulk-done-stage-to = { $count ->
    [one] { $count } запись переведена на стадию «{ $stage }».
    [few] { $count } записи переведены на стадию «{ $stage }».
   *[many] { $count } записей переведено на стадию «{ $stage }».
}
bulk-done-stage = { $count ->
    [one] { $count } запись переведена на стадию.
    [few] { $count } записи переведены на стадию.
   *[many] { $count } записей переведено на стадию.
}
bulk-done-due = { $count ->
    [one] { $count } активность перенесена.
    [few] { $count } активности перенесены.
   *[many] { $count } активностей перенесено.
}
bulk-done-tags = { $count ->
    [one] Изменены теги { $count } записи.
    [few] Изменены теги { $count } записей.
   *[many] Изменены теги { $count } записей.
}
bulk-done-delete = { $count ->
    [one] Удалена { $count } запись.
    [few] Удалены { $count } записи.
   *[many] Удалено { $count } записей.
}
bulk-follows-cancels = { $count ->
    [one] Отменится { $count } задача.
    [few] Отменятся { $count } задачи.
   *[many] Отменится { $count } задач.
}
bulk-follows-keeps = { $count ->
    [one] Останется { $count } созданная вручную активность.
    [few] Останутся { $count } созданные вручную активности.
   *[many] Останется { $count } созданных вручную активностей.
}
bulk-follows-creates = { $count ->
    [one] Создастся { $count } задача.
    [few] Создадутся { $count } задачи.
   *[many] Создастся { $count } задач.
}
bulk-follows-ends = { $count ->
    [one] Завершится { $count } процесс.
    [few] Завершатся { $count } процесса.
   *[many] Завершится { $count } процессов.
}
bulk-follows-closes = { $count ->
    [one] Закроется { $count } продажа: с конечной стадии уйти нельзя.
    [few] Закроются { $count } продажи: с конечной стадии уйти нельзя.
   *[many] Закроется { $count } продаж: с конечной стадии уйти нельзя.
}
bulk-follows-sales = { $count ->
    [one] Создастся { $count } продажа, и по ней запустится процесс.
    [few] Создадутся { $count } продажи, и по ним запустится процесс.
   *[many] Создастся { $count } продаж, и по ним запустится процесс.
}
bulk-follows-handed = { $count ->
    [one] Передаст { $count } открытую задачу с сообщением новому ответственному.
    [few] Передаст { $count } открытые задачи с сообщением новому ответственному.
   *[many] Передаст { $count } открытых задач с сообщением новому ответственному.
}
bulk-follows-activities = { $count ->
    [one] Вместе с ними удалится { $count } активность.
    [few] Вместе с ними удалятся { $count } активности.
   *[many] Вместе с ними удалится { $count } активностей.
}
bulk-follows-runs = { $count ->
    [one] { $count } идущий процесс закончится вместе с продажей.
    [few] { $count } идущих процесса закончатся вместе с продажами.
   *[many] { $count } идущих процессов закончатся вместе с продажами.
}

## Лиды: кому они достаются, когда возвращаются, почему закончились

lead-none = Выберите хотя бы один лид.
lead-nobody = В команде нет никого, кому можно передать лид.
lead-assigned = «{ $title }»: теперь отвечает { $name }.
lead-assigned-least = «{ $title }»: теперь отвечает { $name }, у этого сотрудника было меньше всего дел в команде: { $leads ->
    [one] { $leads } открытый лид
    [few] { $leads } открытых лида
   *[many] { $leads } открытых лидов
}, { $opportunities ->
    [one] { $opportunities } открытая продажа
    [few] { $opportunities } открытые продажи
   *[many] { $opportunities } открытых продаж
}, { $activities ->
    [one] { $activities } запланированная активность
    [few] { $activities } запланированные активности
   *[many] { $activities } запланированных активностей
}.
leads-assigned = { $count ->
    [one] Распределён { $count } лид. Отвечает: { $name }.
    [few] Распределены { $count } лида. Отвечают: { $name }.
   *[many] Распределено { $count } лидов. Отвечают: { $name }.
}
lead-handed-off = Лид «{ $title }» передан в продажу. { $name } получает задачу принять его в работу.
lead-put-aside = «{ $title }» отложен до { $until }. В этот день о нём напомнит звонок.
lead-taken-up = «{ $title }» снова в работе.
lead-not-aside = Этот лид не отложен.
nurture-day = Выберите день в будущем.
nurture-reason = Напишите, почему лид ждёт.
reason-missing = Выберите причину.
notification-lead-assigned = Вам передан лид: { $lead }
notification-lead-assigned-text = { $who }{ $comment }
notification-lead-handed-off = Вам передан лид в продажу: { $lead }
notification-lead-handed-off-text = { $who }{ $comment }

# Импорт и экспорт таблиц

table-subject-unknown = Ничего нельзя импортировать как «{ $subject }».
table-unreadable = Не удалось прочитать { $file }: { $reason }. Ничего не изменено. Проверьте, что файл на месте и доступен для чтения.
table-too-large = { $file } больше { $most } МБ. Ничего не изменено. Разделите его на несколько файлов.
table-empty = { $file } пуст. Ничего не изменено. Выберите файл со строкой заголовков и строками под ней.
table-no-rows = В { $file } есть заголовки, но нет строк под ними. Ничего не изменено. Проверьте лист и строку заголовков.
table-too-many-rows = В { $file } больше { $most } строк. Ничего не изменено. Разделите его на несколько файлов.
table-too-many-columns = В { $file } больше { $most } столбцов. Ничего не изменено. Проверьте разделитель или удалите лишние столбцы.
table-cell-too-long = { $file }, строка { $line }: ячейка длиннее миллиона знаков. Ничего не изменено. Вероятно, там не закрыта кавычка.
table-encoding = { $file }, строка { $line }: это не текст в кодировке { $encoding }. Ничего не изменено. Выберите другую кодировку.
table-csv = { $file }, строка { $line }: кавычки расставлены неверно ({ $reason }). Ничего не изменено. Исправьте эту строку или выберите другой разделитель.
table-password = { $file } защищён паролем. Ничего не изменено. Сохраните его без пароля и выберите снова.
table-old-format = { $file } имеет старый формат (.xls). Ничего не изменено. Сохраните его как .xlsx или CSV и выберите снова.
table-damaged = { $file } повреждён или не является книгой. Ничего не изменено. Откройте его в своей программе и сохраните заново как .xlsx.
table-bomb = После распаковки { $file } занял бы больше { $most } МБ. Ничего не изменено. Сохраните нужные строки как CSV.
table-sheet-missing = В { $file } нет листа «{ $sheet }». Ничего не изменено. Есть листы: { $sheets }
table-changed = { $file } изменился с тех пор, как его открыли. Ничего не импортировано. Выберите его снова.
table-nothing-mapped = Ни один столбец не используется. Укажите хотя бы для одного столбца, какое это поле.
table-field-unknown = Нет поля или столбца «{ $name }».
table-match-incomplete = Не все поля, по которым узнаются записи, есть в таблице.
table-has-errors = { $rows ->
    [one] { $rows } строку нельзя принять. Ничего не импортировано. Исправьте её или укажите, что строки с ошибками пропускаются.
    [few] { $rows } строки нельзя принять. Ничего не импортировано. Исправьте их или укажите, что строки с ошибками пропускаются.
   *[many] { $rows } строк нельзя принять. Ничего не импортировано. Исправьте их или укажите, что строки с ошибками пропускаются.
}
table-unwritable = Не удалось записать { $file }: { $reason }. Прежний файл остался как был. Выберите другое место.
table-note-nul = Нулевые знаки были убраны из текста.
table-note-overflows = { $rows ->
    [one] В { $rows } строке ячеек больше, чем заголовков.
    [few] В { $rows } строках ячеек больше, чем заголовков.
   *[many] В { $rows } строках ячеек больше, чем заголовков.
}
table-imported = Импортировано: { $created ->
    [one] { $created } новая запись
    [few] { $created } новые записи
   *[many] { $created } новых записей
}, обновлено { $updated }{ $failed ->
    [0] {""}
    [one] , пропущена { $failed } строка
    [few] , пропущены { $failed } строки
   *[many] , пропущено { $failed } строк
}.
mapping-saved = Сопоставление «{ $name }» сохранено для всех.
mapping-removed = Сопоставление «{ $name }» удалено.
export-cancelled = Экспорт отменён. Файл не записан.

table-kind-task = Задача
table-kind-call = Звонок
table-kind-meeting = Встреча
table-yes = да
table-no = нет
table-outcome-created = будет создана
table-outcome-updated = будет обновлена
table-outcome-unchanged = уже такая же
table-outcome-skipped = пропускается
table-outcome-error = ошибка
table-report-title = Отчёт
table-report-line = Строка
table-report-outcome = Что с ней будет
table-report-record = Запись
table-report-column = Столбец
table-report-before = Было
table-report-value = Значение
table-report-explanation = Пояснение
table-report-mend = Как исправить
table-note-there = Такая запись уже есть.
table-note-not-there = Такой записи нет, а создавать новые не нужно.
table-note-not-closed = Столбцы о закрытии не использованы: эта строка не закрывает продажу.

table-why-number = Это не число.
table-mend-number = Напишите только цифры, например 1200.
table-why-whole = Это не целое число.
table-mend-whole = Уберите знаки после запятой.
table-why-amount = Это не сумма.
table-mend-amount = Напишите число, при желании с валютой: 1234,50 EUR.
table-why-amount-digits = У суммы больше знаков после запятой, чем бывает у { $currency }.
table-mend-amount-digits = Округлите её.
table-why-currency-missing = Не указано, какая это валюта.
table-mend-currency-missing = Выберите валюту для сумм без валюты или добавьте столбец с ней.
table-why-currency = Это не валюта.
table-mend-currency = Напишите код из трёх букв, например EUR.
table-why-flag = Это не «да» и не «нет».
table-mend-flag = Напишите «да» или «нет».
table-why-minutes = Это не продолжительность.
table-mend-minutes = Напишите минуты или часы и минуты: 90 или 1:30.
table-why-date = Это не дата.
table-mend-date = Напишите её как 26.11.2026 или 2026-11-26.
table-why-moment = Это не дата со временем.
table-mend-moment = Напишите её как 26.11.2026 14:00 или 2026-11-26 14:00.
table-why-value = Такого значения нет в справочнике.
table-mend-value = Возможно: { $known }
table-why-person = Здесь не работает никто с таким именем или адресом.
table-mend-person = Напишите имя как в разделе «Настройки», «Сотрудники», или пусть администратор добавит человека.
table-why-reference = Такой записи нет.
table-mend-reference = Напишите её название или номер как в программе или сначала импортируйте её.
table-why-reference-create = Такой записи нет.
table-mend-reference-create = Исправьте название, сначала импортируйте её или укажите, что недостающее создаётся.
table-why-ambiguous = Так называется несколько записей: { $count }.
table-mend-ambiguous = Вместо названия напишите номер, адрес почты или внешний ключ.
table-why-overflows = В строке больше ячеек, чем заголовков.
table-mend-overflows = Возьмите в кавычки текст, в котором есть разделитель.
table-why-required = Обязательное поле пусто.
table-mend-required = Заполните ячейку или выберите для поля столбец.
table-why-several-match = По этому значению узнаётся несколько записей: { $count }.
table-mend-several-match = Выберите другой способ узнавать записи или сначала объедините их.
table-why-repeated = Строка { $line } уже является этой записью.
table-mend-repeated = Удалите одну из двух строк.
table-why-key-taken = Такой внешний ключ уже есть у другой записи.
table-mend-key-taken = Узнавайте записи по внешнему ключу или исправьте его.
table-why-needs-closing = Чтобы закрыть продажу, в строке не хватает данных.
table-mend-needs-closing = Добавьте столбцы с доходом, а для проигранной продажи с причиной закрытия.
table-why-needs-reason = Лид дисквалифицируют с причиной.
table-mend-needs-reason = Дисквалифицируйте его на его странице или уберите стадию.
table-why-closed-without-date = Закрытой продаже нужен день закрытия.
table-mend-closed-without-date = Заполните его или выберите столбец для поля «Закрыта».
table-why-closed-before-begun = Продажа закрыта раньше, чем начата.
table-mend-closed-before-begun = Исправьте одну из двух дат.
table-why-won-without-income = Выигранной продаже нужен доход.
table-mend-won-without-income = Заполните его или выберите столбец для поля «Фактический доход».
table-why-lost-without-reason = Проигранной продаже нужна причина.
table-mend-lost-without-reason = Заполните её или выберите столбец для поля «Причина закрытия».
table-mend-refused = Исправьте строку или сначала измените запись в программе.

## Визитные карточки (vCard)

vcard-none = Здесь нет ни одной визитной карточки (vCard).
vcard-nothing = Ничего не выбрано, поэтому ничего не добавлено.
vcard-too-many = Здесь больше { $most } карточек. Возьмите меньше за один раз.
vcard-too-large = Файл с карточками может занимать не больше { $most } МБ.
vcard-unreadable = Файл { $name } не читается: { $reason }.
cards-taken = { $added ->
    [0] Новых контактов нет
    [one] Добавлен { $added } контакт
    [few] Добавлено { $added } контакта
   *[many] Добавлено { $added } контактов
}{ $changed ->
    [0] {""}
    [one] , дополнен { $changed }
   *[other] , дополнено { $changed }
}{ $accounts ->
    [0] .
    [one] , новых контрагентов: { $accounts }.
   *[other] , новых контрагентов: { $accounts }.
}
list-field-nurture_until = Отложен до
list-field-disqualification_reason = Причина дисквалификации
history-document = Документ
history-field-state = Состояние
history-field-sent_on = Отправлен
history-field-commented_on = Комментарии получены

## Журнал процессов и сбои

log-run-running = идёт
log-run-done = завершён
log-run-cancelled = отменён
log-run-incident = сбой
log-step-running = идёт
log-step-open = в работе
log-step-done = выполнено
log-step-cancelled = отменено
log-step-incident = сбой
log-incident-retried = сбой, повторено
log-incident-skipped = сбой, пропущено
log-incident-changed = сбой, данные изменены
log-incident-passed = сбой, уже пройдено
log-incident-cancelled = сбой, запуск отменён
log-incident-ended = сбой, запуск завершён
incident-step = один из шагов
incident-passed = Процесс за это время продолжился: повторять нечего.
incident-value = Нет значения «{ $name }».
incident-expression = Условие или вычисление невозможно с данными этого запуска.
incident-no-flow = Дальше нет пути: ни одно из условий не выполнено.
incident-loop = По данным этого запуска нельзя определить число повторений.
incident-circle = Процесс ходит по кругу.
incident-stuck = Ветви процесса ждут друг друга.
incident-closing = Шаг закрыл бы запись, а это может подтвердить только человек.
incident-service = Работа службы не удалась.
incident-too-many = Шаг привёл бы в движение более { $most } запусков.
incident-not-begun = Процесс «{ $process }» не смог начаться: { $reason }
incident-other = Шаг не удалось выполнить.
incident-advice-data = Укажите значение кнопкой «Изменить данные»: шаг повторится с ним.
incident-advice-service = Повторите шаг или пропустите работу службы.
incident-advice-closing = Выберите завершающую стадию сами или повторите шаг.
incident-advice-again = Устраните причину и повторите шаг. Поможет администратор.
incident-technical = { $class }, { $element }: { $message }
notification-incident = Процесс «{ $process }» не может продолжиться
notification-incident-text = { $record } · шаг «{ $step }»: { $reason } { $advice }
change-value-unknown = «{ $name }» не может быть именем значения: нужны буквы, цифры и подчёркивания.
change-value-not-understood = «{ $value }» непонятно. Напишите число, true или false, список или текст.
change-nothing = Ни одно значение не изменено.
run-ended-already = Этот запуск уже завершён.
run-cancelled = Запуск процесса «{ $process }» по записи «{ $record }» отменён.
run-cancelled-alone = Запуск процесса «{ $process }» отменён.
run-cancel-stays = «{ $record }» остаётся на стадии «{ $stage }».
run-cancel-tasks = { $count ->
    [0] ни одна задача не отменяется
    [one] отменяется { $count } задача
    [few] отменяются { $count } задачи
   *[many] отменяется { $count } задач
}
log-cleaned = { $count ->
    [one] Из журнала процессов удалена { $count } запись.
    [few] Из журнала процессов удалены { $count } записи.
   *[many] Из журнала процессов удалено { $count } записей.
}

## Библиотека процессов

process-subject-opportunity = Продажи
process-subject-lead = Лиды
step-kind-task = Задача
step-kind-call-task = Звонок
step-kind-meeting-task = Встреча
step-kind-program = Выполняет программа
step-kind-send = Отправка сообщения
step-kind-receive = Ждёт сообщения
step-kind-part = Часть процесса
step-kind-stage = Стадия
step-kind-call = Другой процесс
step-kind-start = Начало
step-kind-end = Конец
step-kind-border = Событие на границе
step-kind-waits = Ожидание
step-kind-throws = Событие
step-kind-decision = Решение
step-kind-parallel = Все пути сразу
step-kind-events = Что наступит первым
step-who = Кому достаётся
step-who-opportunity = Ответственному за продажу
step-who-opportunity-manager = Руководителю ответственного за продажу
step-who-lead = Ответственному за лид
step-who-lead-manager = Руководителю ответственного за лид
step-due = Срок
step-due-after = { $due } после начала, в рабочее время
step-due-agreed = В согласованное время, если оно есть, иначе { $due } после начала, в рабочее время
step-takes = Сколько занимает в расписании
step-help = Что поможет
step-knowledge-article = Предлагает подходящие статьи базы знаний
step-knowledge-presentation = Предлагает подходящие презентации базы знаний
step-knowledge-template = Предлагает подходящие шаблоны базы знаний
step-document-proposal = Показывает последнее предложение или начинает новое
step-document-contract = Показывает последний договор или начинает новый
step-program = Что делает программа
step-sets-stage = Переводит запись на стадию «{ $stage }»
step-page = Открывает страницу записи с подсказкой: { $hint }
step-page-waits = Открывает страницу записи с подсказкой: { $hint } Продолжает, когда страница сохранена
step-calls = Запускает процесс «{ $process }» и ждёт его конца
step-handler-register_opportunity = Создаёт продажу, если процесс запущен не по готовой
step-handler-register_lead = Создаёт лид, если процесс запущен не по готовому
step-handler-list_participants = Смотрит, кто участвует в продаже
step-handler-distribute_lead = Отдаёт лид тому в команде, у кого меньше всего дел
step-handler-start_sale = Начинает продажу по лиду, если так сказано в настройках
step-handler-start_sale_now = Начинает продажу по лиду
step-handler-put_lead_aside = Откладывает лид до названного дня
step-handler-take_lead_up = Возвращает отложенный лид в работу
step-event = Что происходит
step-event-message = Сообщение «{ $name }»
step-event-signal = Сигнал «{ $name }»
step-event-timer = Наступает время
step-event-error = Ошибка «{ $name }»
step-event-escalation = Эскалация «{ $name }»
step-event-conditional = Условие становится верным
step-event-compensate = Сделанное отменяется
step-event-cancel = Транзакция отменяется
step-event-terminate = Всё в процессе заканчивается
step-event-link = Продолжение: «{ $name }»
step-where = Где
step-interrupts = На границе шага «{ $step }», который при этом прерывается
step-beside = На границе шага «{ $step }», который продолжается
step-asks-when = Спрашивает: { $what }
step-asks-moment = Спрашивает дату и время
step-asks-reason = Спрашивает причину
step-otherwise = иначе
step-nameless = шаг без названия
step-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}
step-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
   *[many] { $count } часов
}
step-minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
   *[many] { $count } минут
}
leads-again = новая задача «{ $task }»
leads-tasks = { $count ->
    [one] задача { $tasks }
   *[other] задачи { $tasks }
}
leads-sale = начинается продажа
leads-waits = процесс ждёт: { $events }
leads-ends = процесс заканчивается
leads-nothing = само собой ничего не следует
leads-unknown = зависит от данных запуска
leads-when-others = { $what }, когда выполнены остальные задачи
flaw-no-process = в файле нет процесса
flaw-no-process-mend = Нарисуйте его и отметьте исполняемым.
flaw-not-executable = процесс не отмечен исполняемым
flaw-not-executable-mend = Поставьте isExecutable = true.
flaw-several-processes = запускаться могли бы несколько процессов: { $names }
flaw-several-processes-mend = Оставьте исполняемым один или пусть он вызывает остальные.
flaw-calls-in-circle = каждый процесс файла вызывается другим его процессом
flaw-calls-in-circle-mend = Оставьте один процесс, который никем не вызывается.
flaw-nobody-does = здесь некому выполнить { $tag }
flaw-nobody-does-mend = Назовите обработчик элементом dw:service или сделайте шаг задачей userTask.
flaw-correlated = сообщения находят здесь свой запуск по записи, а не по ключам корреляции
flaw-correlated-mend = Уберите ключи корреляции: сообщение доходит до запуска по той же записи, который его ждёт.
flaw-unknown-call = вызывается «{ $called }»: такого процесса нет ни в этом файле, ни среди запускаемых в библиотеке
flaw-unknown-call-mend = Сначала загрузите тот процесс или исправьте calledElement.
flaw-nobody-chooses = здесь некому выбирать, что делать в ad-hoc подпроцессе
flaw-nobody-chooses-mend = Сделайте его обычным подпроцессом.
flaw-nobody-begins = процесс здесь начинает человек, сообщение или сигнал, а не время или условие
flaw-nobody-begins-mend = Добавьте начальное событие без триггера.
flaw-newer = файл рассчитан на более новую программу ({ $namespace })
flaw-newer-mend = Установите более новую версию Dealwright или уберите это из файла.
flaw-unknown-element = элемент dw:{ $tag } этой версии программы не известен
flaw-unknown-element-mend = Исправьте название, уберите элемент или установите более новую версию.
flaw-unknown-attribute = у dw:{ $tag } в этой версии программы нет атрибута { $name }
flaw-unknown-attribute-mend = Исправьте название, уберите атрибут или установите более новую версию.
flaw-wrong-value = атрибут { $name } в dw:{ $tag } не может быть «{ $value }»
flaw-wrong-value-mend = Подходит одно из: { $choices }.
flaw-missing-attribute = в dw:{ $tag } не указан атрибут { $name }
flaw-missing-attribute-mend = Добавьте атрибут { $name }.
flaw-misplaced = элемент dw:{ $tag } стоит на элементе, над которым никто не работает
flaw-misplaced-mend = Поставьте его на userTask или уберите.
flaw-wrong-minutes = атрибут durationMinutes не может быть «{ $value }»
flaw-wrong-minutes-mend = Укажите целое число минут от 1 до { $most }.
flaw-wrong-due = атрибут due не может быть «{ $value }»
flaw-wrong-due-mend = Укажите дни, часы и минуты, например P3D, PT4H или P1DT30M.
flaw-unknown-owner = ответственный «{ $owner }» не известен
flaw-unknown-owner-mend = Подходит одно из: { $choices }.
flaw-result-twice = код «{ $result }» есть у двух результатов
flaw-result-twice-mend = Дайте каждому результату свой код.
flaw-no-results = у задачи нет результатов, и завершить её было бы нельзя
flaw-no-results-mend = Добавьте dw:result или уберите dw:task: тогда задача завершается результатом «Готово».
flaw-when-lost = результат «{ $result }» спрашивает дату и время, но ответ негде сохранить
flaw-when-lost-mend = Добавьте whenVariable.
flaw-unknown-stage = в справочнике нет стадии «{ $stage }»
flaw-unknown-stage-mend = Подходит одно из: { $choices }; или добавьте стадию в настройках.
flaw-unknown-handler = в программе нет обработчика «{ $handler }»
flaw-unknown-handler-mend = Подходит одно из: { $choices }.
flaw-handler-of-other = обработчик «{ $handler }» не работает в процессе о «{ $subject }»
flaw-handler-of-other-mend = Возьмите другой обработчик или исправьте subject процесса.
flaw-other = этот файл здесь запустить нельзя: { $reason }
flaw-other-mend = Исправьте файл в редакторе процессов и импортируйте снова.
change-added = добавлено
change-removed = удалено
change-kind = было { $old }, теперь { $new }
change-name = теперь называется «{ $new }», раньше «{ $old }»
change-text = описание
change-place = стоит в другой части процесса
change-flow = ведёт теперь от «{ $source }» к «{ $target }»
change-condition = условие теперь { $new }, раньше { $old }
change-default = другой путь, когда ни одно условие не верно
change-task-owner = достаётся теперь { $new }, раньше { $old }
change-task-due = срок теперь { $new }, раньше { $old }
change-task-durationMinutes = занимает теперь { $new } мин, раньше { $old }
change-task-kind = вид теперь { $new }, раньше { $old }
change-task = то, что сказано о задаче
change-result-added = новый результат «{ $result }»
change-result-removed = нет больше результата «{ $result }»
change-result = изменён результат «{ $result }»
change-stage = стадия теперь { $new }
change-handler = программа выполняет теперь { $new }
change-guide = руководство стадии
change-page = страница, которую шаг открывает
change-rest = подробности, которые видны только в файле
process-deployed = { $process }, версия { $version }, теперь в библиотеке. Новые запуски пойдут по ней.
process-activated = { $process }: новые запуски теперь идут по версии { $version }.
process-deactivated = { $process } выключен. Запустить его заново нельзя, начатое продолжается.
process-pinned = { $process } теперь стоит в меню «Запустить процесс».
process-unpinned = { $process } больше не стоит в меню «Запустить процесс».
process-file-known = Этот файл уже в библиотеке: { $process }, версия { $version }.
process-file-refused = { $count ->
    [one] Этот файл здесь запустить нельзя: { $first }
   *[other] Этот файл здесь запустить нельзя, причин: { $count }. Первая: { $first }
}
process-switched-off = { $process } выключен, запустить его заново нельзя.
move-keeps = { $count ->
    [0] продолжится там, где стоит
    [one] сохранит { $count } открытую задачу
    [few] сохранит { $count } открытые задачи
   *[many] сохранит { $count } открытых задач
}
move-closes = больше не ждёт: { $events }
move-opens = ждёт: { $events }
runs-moved = { $count ->
    [one] { $count } запуск процесса «{ $process }» продолжается по версии { $version }.
    [few] { $count } запуска процесса «{ $process }» продолжаются по версии { $version }.
   *[many] { $count } запусков процесса «{ $process }» продолжаются по версии { $version }.
}
runs-move-stopped = Остановлено: ни один запуск не переведён.
process-only-called = { $process } это часть других процессов, отдельно его не запускают.

# Прошлое (N4)
past-read-only = Это прошлое: вернитесь в настоящее, чтобы что-то сделать.
past-incident = Процесс не смог продолжиться: { $reason }
past-start = Процесс начался
past-timer = Наступило время «{ $name }»
past-signal = Пришёл сигнал «{ $name }»
past-message = Пришло сообщение «{ $name }»
past-change = Изменены данные процесса
past-migrate = Процесс переведён на другую версию
past-cancel = Процесс остановлен
past-other = Что-то изменено

# Проба процесса
trial-not-possible = Этот файл нельзя попробовать: { $reason }
trial-nobody-waits = Этого больше никто не ждёт.
trial-begun = Процесс начинается
trial-record = Воображаемая запись на стадии «{ $stage }»
trial-task = Создана задача: { $task }, для { $who }, срок { $due }
trial-task-cancelled = Задача отменена: { $task }
trial-done = { $task }: { $result }
trial-stage = Теперь стадия «{ $stage }»
trial-stage-chosen = Выбрана стадия «{ $stage }»
trial-page = Открывается страница: { $hint }
trial-page-saved = Сохранена
trial-saved = Страница сохранена
trial-worked = Выполнено программой: { $step }
trial-failed = { $step }: сбой с ошибкой { $error }
trial-fails = Ошибка: { $error }
trial-message-sent = Отправлено сообщение { $name }
trial-signal-sent = Отправлен сигнал { $name }
trial-message-came = Приходит сообщение { $name }
trial-signal-came = Приходит сигнал { $name }
trial-send-message = Сообщение { $name }
trial-send-signal = Сигнал { $name }
trial-let-pass = { $event }: до { $until }
trial-selected = Начато: { $step }
trial-time = Время идёт до { $until }
trial-timer = Наступает время: { $event }
trial-data = Изменены данные: { $names }
trial-cancel = Процесс остановлен
trial-ended-completed = Процесс завершён
trial-ended-terminated = Процесс закончен
trial-ended-cancelled = Процесс отменён
trial-ended-error = Процесс остановлен ошибкой, которую никто не обработал
