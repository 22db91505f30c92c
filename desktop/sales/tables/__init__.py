"""The tables of the sales records, by subject. Columns are added here and in a migration together."""

from __future__ import annotations

# Who is referred to comes first: SQLAlchemy then knows at once what a column refers to, which it would look for with
# every later table otherwise (3 ms of every start).
# isort: off
from desktop.sales.tables.people import draft, notification, person, sales_plan, saved_view, usual_view
from desktop.sales.tables.settings import (
    currency_rate,
    import_mapping,
    lead_stage,
    lookup_value,
    number_mask,
    opportunity_stage,
    required_field,
    system_setting,
)
from desktop.sales.tables.parties import account, contact
from desktop.sales.tables.opportunities import (
    feed_comment,
    lead,
    opportunity,
    opportunity_competitor,
    participant,
    stage_history,
)
from desktop.sales.tables.goods import opportunity_line, order_payment, product, sales_order, sales_order_line
from desktop.sales.tables.activities import activity, note, reminder
from desktop.sales.tables.documents import (
    approval,
    article,
    article_product,
    document,
    document_template,
    document_version,
)
from desktop.sales.tables.records import attachment, distinct_pair, file_content, merged_record, record_tag, tag
# isort: on

__all__ = [
    "account",
    "activity",
    "approval",
    "article",
    "article_product",
    "attachment",
    "contact",
    "currency_rate",
    "distinct_pair",
    "document",
    "document_template",
    "document_version",
    "draft",
    "feed_comment",
    "file_content",
    "import_mapping",
    "lead",
    "lead_stage",
    "lookup_value",
    "merged_record",
    "note",
    "notification",
    "number_mask",
    "opportunity",
    "opportunity_competitor",
    "opportunity_line",
    "opportunity_stage",
    "order_payment",
    "participant",
    "person",
    "product",
    "record_tag",
    "reminder",
    "required_field",
    "sales_order",
    "sales_order_line",
    "sales_plan",
    "saved_view",
    "stage_history",
    "system_setting",
    "tag",
    "usual_view",
]
