<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccountListPage</name>
    <message numerus="yes">
        <source>%Ln accounts</source>
        <translation>
            <numerusform>%Ln account</numerusform>
            <numerusform>%Ln accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActionPanel</name>
    <message numerus="yes">
        <source>%n open task(s)</source>
        <translation>
            <numerusform>%n open task</numerusform>
            <numerusform>%n open tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n task(s)</source>
        <translation>
            <numerusform>Show %n task</numerusform>
            <numerusform>Show all %n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActivityListPage</name>
    <message numerus="yes">
        <source>%Ln activities</source>
        <translation>
            <numerusform>%Ln activity</numerusform>
            <numerusform>%Ln activities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleListPage</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opportunity(ies)</source>
        <translation>
            <numerusform>%n opportunity</numerusform>
            <numerusform>%n opportunities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n activity(ies)</source>
        <translation>
            <numerusform>%n activity</numerusform>
            <numerusform>%n activities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bell</name>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n unread message</numerusform>
            <numerusform>%n unread messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardColumn</name>
    <message numerus="yes">
        <source>Closed in the last %n day(s)</source>
        <translation>
            <numerusform>Closed in the last %n day</numerusform>
            <numerusform>Closed in the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln opportunities</source>
        <translation>
            <numerusform>%Ln opportunity</numerusform>
            <numerusform>%Ln opportunities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message numerus="yes">
        <source>%Ln open opportunities</source>
        <translation>
            <numerusform>%Ln open opportunity</numerusform>
            <numerusform>%Ln open opportunities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message numerus="yes">
        <source>All %Ln record(s) can be deleted.</source>
        <translation>
            <numerusform>This %Ln record can be deleted.</numerusform>
            <numerusform>All %Ln records can be deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln record(s) can be changed.</source>
        <translation>
            <numerusform>This %Ln record can be changed.</numerusform>
            <numerusform>All %Ln records can be changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot:</source>
        <translation>
            <numerusform>%Ln cannot:</numerusform>
            <numerusform>%Ln cannot:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change the owner of %Ln record(s)</source>
        <translation>
            <numerusform>Change the owner of %Ln record</numerusform>
            <numerusform>Change the owner of %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change the stage of %Ln record(s)</source>
        <translation>
            <numerusform>Change the stage of %Ln record</numerusform>
            <numerusform>Change the stage of %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln activity(s) to another day</source>
        <translation>
            <numerusform>Move %Ln activity to another day</numerusform>
            <numerusform>Move %Ln activities to another day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln record(s)</source>
        <translation>
            <numerusform>Tags of %Ln record</numerusform>
            <numerusform>Tags of %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln record(s)</source>
        <translation>
            <numerusform>Delete %Ln record</numerusform>
            <numerusform>Delete %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln</source>
        <translation>
            <numerusform>Delete %Ln</numerusform>
            <numerusform>Delete %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln</source>
        <translation>
            <numerusform>Change %Ln</numerusform>
            <numerusform>Change %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message numerus="yes">
        <source>%n more at this time: show the list</source>
        <translation>
            <numerusform>%n more at this time: show the list</numerusform>
            <numerusform>%n more at this time: show the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardsDialog</name>
    <message numerus="yes">
        <source>%n to be added</source>
        <translation>
            <numerusform>%n to be added</numerusform>
            <numerusform>%n to be added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be completed</source>
        <translation>
            <numerusform>%n to be completed</numerusform>
            <numerusform>%n to be completed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message numerus="yes">
        <source>%n row(s) checked. Nothing has been changed yet.</source>
        <translation>
            <numerusform>%n row checked. Nothing has been changed yet.</numerusform>
            <numerusform>%n rows checked. Nothing has been changed yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be taken.</source>
        <translation>
            <numerusform>%n row cannot be taken.</numerusform>
            <numerusform>%n rows cannot be taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) that rows refer to will be created too.</source>
        <translation>
            <numerusform>%n record that rows refer to will be created too.</numerusform>
            <numerusform>%n records that rows refer to will be created too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnModel</name>
    <message numerus="yes">
        <source>%n day(s) on this stage</source>
        <translation>
            <numerusform>%n day on this stage</numerusform>
            <numerusform>%n days on this stage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConditionWords</name>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>last %n day</numerusform>
            <numerusform>last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>next %n day(s)</source>
        <translation>
            <numerusform>next %n day</numerusform>
            <numerusform>next %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n value(s)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactListPage</name>
    <message numerus="yes">
        <source>%Ln contacts</source>
        <translation>
            <numerusform>%Ln contact</numerusform>
            <numerusform>%Ln contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DashboardSheet</name>
    <message numerus="yes">
        <source>%n deal(s)</source>
        <translation>
            <numerusform>%n deal</numerusform>
            <numerusform>%n deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{sign} %n point(s) on the period before</source>
        <translation>
            <numerusform>{sign} %n point on the period before</numerusform>
            <numerusform>{sign} %n points on the period before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drawn from the newest %Ln closed sale(s): in 10, 50 and 90 of 100 runs less is won.</source>
        <translation>
            <numerusform>Drawn from the newest %Ln closed sale: in 10, 50 and 90 of 100 runs less is won.</numerusform>
            <numerusform>Drawn from the newest %Ln closed sales: in 10, 50 and 90 of 100 runs less is won.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DealRow</name>
    <message numerus="yes">
        <source>No next step for %n day(s)</source>
        <translation>
            <numerusform>No next step for %n day</numerusform>
            <numerusform>No next step for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) of records that may be the same.</source>
        <translation>
            <numerusform>%n group of records that may be the same.</numerusform>
            <numerusform>%n groups of records that may be the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message numerus="yes">
        <source>Export %n selected row(s) to a workbook (XLSX)...</source>
        <translation>
            <numerusform>Export %n selected row to a workbook (XLSX)...</numerusform>
            <numerusform>Export %n selected rows to a workbook (XLSX)...</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n selected row(s) to CSV...</source>
        <translation>
            <numerusform>Export %n selected row to CSV...</numerusform>
            <numerusform>Export %n selected rows to CSV...</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) exported to {path}</source>
        <translation>
            <numerusform>%n row exported to {path}</numerusform>
            <numerusform>%n rows exported to {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n stage</numerusform>
            <numerusform>%n stages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message numerus="yes">
        <source>%n page(s) found</source>
        <translation>
            <numerusform>%n page found</numerusform>
            <numerusform>%n pages found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportProcess</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n remark</numerusform>
            <numerusform>%n remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) stay on their version until moved.</source>
        <translation>
            <numerusform>%n run stays on its version until moved.</numerusform>
            <numerusform>%n runs stay on their version until moved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeadListPage</name>
    <message numerus="yes">
        <source>%Ln leads</source>
        <translation>
            <numerusform>%Ln lead</numerusform>
            <numerusform>%Ln leads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeadStagesSection</name>
    <message numerus="yes">
        <source>%n lead(s) stand here now</source>
        <translation>
            <numerusform>%n lead stands here now</numerusform>
            <numerusform>%n leads stand here now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListTools</name>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) copied</source>
        <translation>
            <numerusform>%n contact copied</numerusform>
            <numerusform>%n contacts copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) saved</source>
        <translation>
            <numerusform>%n contact saved</numerusform>
            <numerusform>%n contacts saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MonthGrid</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message numerus="yes">
        <source>Move %n run(s)</source>
        <translation>
            <numerusform>Move %n run</numerusform>
            <numerusform>Move %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message numerus="yes">
        <source>Show all %n note(s)</source>
        <translation>
            <numerusform>Show %n note</numerusform>
            <numerusform>Show all %n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpportunityListPage</name>
    <message numerus="yes">
        <source>%Ln opportunities</source>
        <translation>
            <numerusform>%Ln opportunity</numerusform>
            <numerusform>%Ln opportunities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderListPage</name>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message numerus="yes">
        <source>%n open record(s)</source>
        <translation>
            <numerusform>%n open record</numerusform>
            <numerusform>%n open records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProcessLogPage</name>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %Ln step(s)</source>
        <translation>
            <numerusform>the newest step</numerusform>
            <numerusform>the newest %Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProductListPage</name>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelatedTab</name>
    <message numerus="yes">
        <source>Only the first %Ln are shown. The list shows all of them.</source>
        <translation>
            <numerusform>Only the first %Ln is shown. The list shows all of them.</numerusform>
            <numerusform>Only the first %Ln are shown. The list shows all of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunTravel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StagesSection</name>
    <message numerus="yes">
        <source>%n opportunity(s) stand here now</source>
        <translation>
            <numerusform>%n opportunity stands here now</numerusform>
            <numerusform>%n opportunities stand here now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepsPanel</name>
    <message numerus="yes">
        <source>%n open task(s)</source>
        <translation>
            <numerusform>%n open task</numerusform>
            <numerusform>%n open tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n task(s)</source>
        <translation>
            <numerusform>Show all %n task</numerusform>
            <numerusform>Show all %n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepsTab</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without description</source>
        <translation>
            <numerusform>%n without description</numerusform>
            <numerusform>%n without description</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryLine</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{amount} in %n record(s)</source>
        <translation>
            <numerusform>{amount} in %n record</numerusform>
            <numerusform>{amount} in %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialDialog</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ValuesSection</name>
    <message numerus="yes">
        <source>Used %n time(s)</source>
        <translation>
            <numerusform>Used %n time</numerusform>
            <numerusform>Used %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhatFollows</name>
    <message numerus="yes">
        <source>%n product(s) are carried over</source>
        <translation>
            <numerusform>%n product is carried over</numerusform>
            <numerusform>%n products are carried over</numerusform>
        </translation>
    </message>
</context>
</TS>
