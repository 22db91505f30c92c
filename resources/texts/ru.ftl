
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
process-unknown = В библиотеке нет процесса «{ $process }».
process-already-running = По этой продаже уже запущен процесс «{ $process }».
process-failed = Процесс «{ $process }» не может продолжиться: { $reason }. Ничего не изменено.
incident-gone = Этот сбой уже устранён.
incident-not-a-service = Пропустить можно только работу службы. Повторите шаг или сначала измените данные.
opportunity-closed = Продажа завершена ({ $stage }), запустить по ней процесс нельзя.
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
task-completed-anew = Задача выполнена: { $title }. { $created ->
    [one] Создана { $created } новая задача.
    [few] Созданы { $created } новые задачи.
   *[many] Создано { $created } новых задач.
}
task-completed-moved = Задача выполнена: { $title }. Продажа переведена на стадию «{ $stage }».
task-completed-closed = Задача выполнена: { $title }. Продажа завершена, стадия «{ $stage }».
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
notification-task-handed-over-text = { $opportunity } · срок { $due }
calendar-exported = { $count ->
    [one] Записана { $count } активность: { $path }.
    [few] Записано { $count } активности: { $path }.
   *[many] Записано { $count } активностей: { $path }.
}
calendar-unwritable = Файл календаря { $path } не удалось записать: { $reason }. Прежний файл не изменился.
notification-reminder = Скоро: { $task }
notification-reminder-text = { $start }{ $about }
reminder-one = Скоро: «{ $title }», { $start }.
reminder-many = { $count ->
    [one] Скоро { $count } активность. Откройте уведомления.
    [few] Скоро { $count } активности. Откройте уведомления.
   *[many] Скоро { $count } активностей. Откройте уведомления.
}
notification-page = { $hint }
notification-page-text = { $opportunity }
notification-won = Победа: { $title }
notification-won-text = { $known ->
    [yes] { $owner }: продажа { $number } выиграна, { $amount }.
   *[no] { $owner }: продажа { $number } выиграна.
}
notification-lost = Проигрыш: { $title }
notification-lost-text = { $known ->
    [yes] { $owner }: продажа { $number } проиграна, { $amount }.
   *[no] { $owner }: продажа { $number } проиграна.
}

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

consequence-moves = Продажа перейдёт на стадию «{ $stage }».
consequence-moves-with-task = Продажа перейдёт на стадию «{ $stage }», будет создана задача «{ $task }» на { $start }.
consequence-closes = Продажа будет завершена, стадия «{ $stage }».
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
    [one] Когда и она будет выполнена, продажа перейдёт на стадию «{ $stage }».
   *[other] Когда и они будут выполнены, продажа перейдёт на стадию «{ $stage }».
}
consequence-then-moves-with-task = { $count ->
    [one] Когда и она будет выполнена, продажа перейдёт на стадию «{ $stage }» и будет создана задача «{ $task }» на { $start }.
   *[other] Когда и они будут выполнены, продажа перейдёт на стадию «{ $stage }» и будет создана задача «{ $task }» на { $start }.
}
consequence-then-closes = { $count ->
    [one] Когда и она будет выполнена, продажа завершится, стадия «{ $stage }».
   *[other] Когда и они будут выполнены, продажа завершится, стадия «{ $stage }».
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
consequence-run-new = Будет создана новая продажа на стадии «{ $stage }», { $count ->
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
consequence-task-done = Задача будет выполнена.

why-task-made = Эту задачу создал шаг «{ $step }» процесса «{ $process }», { $at }.
why-task-by-result = Она следует из результата «{ $result }» задачи «{ $task }»: { $who }, { $at }.
why-task-by-stage = Она следует из выбора стадии «{ $stage }»: { $who }, { $at }.
why-task-by-start = Она следует из запуска процесса: { $who }, { $at }.
why-task-by-page = Она следует из сохранения страницы: { $who }, { $at }.
why-task-by-hand = Задача создана вручную: { $who }, { $at }.
why-task-done = Выполнена с результатом «{ $result }»: { $who }, { $at }.
why-task-cancelled = Отменена действием: { $who }, { $at }.
why-stage-since = «{ $title }» стоит на стадии «{ $stage }» с { $at }.
why-stage-by = К этому привело действие, { $who }: { $what }
why-process-runs = По ней идёт процесс «{ $process }», запуск: { $who }, { $at }.
why-process-none = Процесс по ней не запущен.
why-program = программа

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
