"""What the person of the story types, and the words that they look for, in both languages."""

Texts = dict[str, str]
WORDS: dict[str, Texts] = {
    "en": {
        "run process": "Run process",
        "sale": "Corporate sale",
        "person": "Anna Kern",
        "company": "Kern Systems",
        "customer": "Vega Logistics",
        "contact": "Dr. Irina Falk",
        "role": "Chief operating officer",
        "need": "Orders are picked by hand; the new warehouse must not need more people.",
        "tactics": "Show the saving per order; bring the reference customer to the presentation.",
        "title": "Vega Logistics / Warehouse automation",
        "said": "Wants to see the sorting line at work.",
        "handmade": "Nordwind AG / ERP rollout",
        "lead": "Lumen Retail / Cash desks",
        "lead customer": "Lumen Retail",
    },
    "ru": {
        "run process": "Запустить процесс",
        "sale": "Корпоративная продажа",
        "person": "Анна Керн",
        "company": "Керн Системы",
        "customer": "Вега Логистика",
        "contact": "Ирина Фальк",
        "role": "Операционный директор",
        "need": "Заказы собирают вручную; новый склад не должен требовать больше людей.",
        "tactics": "Показать экономию на заказ; пригласить на презентацию клиента с рекомендацией.",
        "title": "Вега Логистика / Автоматизация склада",
        "said": "Хочет увидеть сортировочную линию в работе.",
        "handmade": "Нордвинд / Внедрение ERP",
        "lead": "Люмен Ритейл / Кассы",
        "lead customer": "Люмен Ритейл",
    },
}
