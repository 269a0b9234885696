"""Answers of single people are refused, ordinary tables are not: forty and more of each."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.metrics.local.protection.persons import answers_of_people
from datawalk.metrics.local.table import LocalTable
from datawalk.problems import Problems

PEOPLE = {
    "google forms": "Timestamp;Email Address;What is your name?;Do you feel safe here?|"
    "2025/03/04 5:06:12 PM CST;a.person@example.org;Ann Person;Agree|"
    "2025/03/05 8:01:02 AM CST;;;Disagree",
    "google forms without names": "Timestamp;Do you feel safe here?;How long have you lived here?|"
    "3/4/2025 17:06:12;Agree;12|3/4/2025 17:09:44;Disagree;3",
    "google forms in spanish": "Marca temporal;Dirección de correo electrónico;¿Se siente seguro "
    "aquí?|4/3/2025 17:06:12;ana@example.org;Sí|4/3/2025 17:09:44;luis@example.org;No",
    "google forms in spanish, unnamed": "Marca temporal;¿Se siente usted seguro aquí?|"
    "4/3/2025 17:06:12;De acuerdo|4/3/2025 17:09:44;En desacuerdo",
    "surveymonkey": "Respondent ID;Collector ID;Start Date;End Date;IP Address;Email Address;"
    "First Name;Last Name;How safe do you feel?|118001;44;1/2/2025 10:00;1/2/2025 10:09;"
    "203.0.113.9;;;;Very|118002;44;1/2/2025 10:10;1/2/2025 10:19;203.0.113.7;;;;Not",
    "surveymonkey, ids alone": "Respondent ID;How safe do you feel?|118001;Very|118002;Not",
    "qualtrics": "StartDate;EndDate;Status;IPAddress;Progress;Duration (in seconds);Finished;"
    "RecordedDate;ResponseId;RecipientLastName;Q1|2025-01-02 10:00:00;2025-01-02 10:04:00;0;"
    "203.0.113.9;100;240;1;2025-01-02 10:04:01;R_3abc;;4",
    "qualtrics cut down": "ResponseId;Q1;Q2|R_3abc;4;Yes|R_4abc;2;No",
    "microsoft forms": "ID;Start time;Completion time;Email;Name;Which park do you use?|"
    "1;1/2/25 10:00:01;1/2/25 10:04:09;anonymous;;Douglass|2;1/2/25 10:05:01;1/2/25 10:06:09;"
    "anonymous;;Cosmo",
    "microsoft forms in spanish": "ID;Hora de inicio;Hora de finalización;Correo electrónico;"
    "Nombre;¿Qué parque usa?|1;2/1/25 10:00:01;2/1/25 10:04:09;anonymous;;Central",
    "kobo": "start;end;Age;Gender;_id;_uuid;_submission_time;_status|2025-01-02T10:00:00;"
    "2025-01-02T10:05:00;34;f;1;aa-bb;2025-01-02T10:05:09;submitted",
    "odk": "SubmissionDate;meta-instanceID;water|2025-01-02T10:00:00;uuid:12;well",
    "sign-in sheet": "Name;Organization;Email;Phone|Ann Person;Public Library;ann@example.org;"
    "573-555-0101|Bo Person;City Council;bo@example.org;573-555-0102",
    "sign-in sheet without contacts": "Name;Signature;Time in|Ann Person;AP;6:01|Bo Person;BP;6:04",
    "sign-in in spanish": "Nombre;Teléfono;Firma|Ana Pérez;573-555-0101;AP|Luis Gómez;"
    "573-555-0102;LG",
    "client list": "Client ID;DOB;Zip;Service|1001;1/2/1980;65201;Food|1002;3/4/1991;65202;Rent",
    "clients by name": "Last Name;First Name;Need|Person;Ann;Food|Person;Bo;Rent",
    "names in one column": "Client name;Need|Ann Person;Food|Bo Person;Rent",
    "birth dates alone": "No.;Date of birth;Grade|1;2012-03-04;7|2;2011-05-06;8",
    "birth dates in spanish": "Fecha de nacimiento;Grado|04/03/2012;7|06/05/2011;8",
    "students": "Student name;Grade;Score|Ann Person;7;88|Bo Person;7;61",
    "student numbers": "Student ID;Grade;Score|100231;7;88|100232;7;61",
    "patients": "MRN;Diagnosis|00123;Asthma|00124;Asthma",
    "social security numbers": "who;number|A;123-45-6789|B;123-45-6780",
    "home addresses": "Home address;Rent|12 Elm St;900|14 Oak Ave;800",
    "home addresses in spanish": "Domicilio;Renta|Calle Ocho 12;900|Avenida Sur 14;800",
    "tenants": "Tenant name;Unit;Rent|Ann Person;4;900|Bo Person;5;800",
    "phones and answers": "Phone;Vote|(573) 555-0101;Yes|(573) 555-0102;No",
    "private post": "contact;vote|ann88@gmail.com;Yes|bo.p@yahoo.com;No",
    "names and ages": "name;age;neighborhood|Ann Person;34;North|Bo Person;51;South",
    "names with an address": "Name;Address|Ann Person;12 Elm St|Bo Person;14 Oak Ave",
    "spanish names and ages": "nombre;edad|Ana;34|Luis;51",
    "ip addresses": "visitor;page|203.0.113.9;/home|203.0.113.10;/map",
    "traits, a row a person": "Age;Gender;Race;Do you feel safe?|34;Female;Black;Yes|51;Male;White;"
    "No|34;Male;White;Yes",
    "traits in spanish": "Edad;Sexo;¿Se siente segura usted?|34;F;Sí|51;M;No|22;F;No",
    "volunteers": "Volunteer name;Hours|Ann Person;12|Bo Person;7",
    "family names": "Apellidos;Nombres;Curso|Pérez Gómez;Ana;7|Gómez;Luis;8",
    "eventbrite": "Order #;Attendee;Email;Ticket|1;Ann Person;ann@example.org;Free|2;Bo Person;"
    "bo@example.org;Free",
    "jotform": "Submission Date;Full Name;E-mail;Comments|2025-01-02 10:00:00;Ann Person;"
    "ann@example.org;More buses",
    "typeform": "#;What's your first name?;How old are you?;Submitted At;Network ID|1;Ann;34;"
    "2025-01-02 10:00:00;ab12|2;Bo;51;2025-01-02 10:09:00;cd34",
    "parents": "Parent name;Child's name;School|Ann Person;Bo Person;North Elementary|"
    "Eva Person;Leo Person;South Elementary",
    "no row of headings": "Ann Person;ann@example.org;Yes|Bo Person;bo@example.org;No|"
    "Eva Person;eva@example.org;Yes",
    "mailing list": "email|ann@example.org|bo@example.org",
}
ORDINARY = {
    "areas": "area;asked;feel_safe|North;42;71|South;38;55",
    "neighborhood names": "Name;People;Median rent|Benton-Stephens;2100;900|East Campus;3100;1000",
    "neighborhoods named for people": "neighborhood;people|Douglass Park;900|Grant;1200",
    "schools": "School;Students;Phone;Address|North Elementary;410;573-555-0101;12 Elm St|"
    "South Elementary;388;573-555-0102;14 Oak Ave",
    "schools by a plain name": "Name;Students;Address|Grant Elementary School;410;12 Elm St|"
    "Rock Bridge High School;1800;14 Oak Ave",
    "school principals": "School name;Principal;Students|North Elementary;Ann Person;410|"
    "South Elementary;Bo Person;388",
    "organizations": "Organization;Email;Phone|Food Bank;info@foodbank.org;573-555-0101|"
    "Legal Aid;help@legalaid.org;573-555-0102",
    "organizations in spanish": "Organización;Teléfono|Banco de comida;573-555-0101|"
    "Ayuda legal;573-555-0102",
    "programs": "program;who runs it;for whom;where|Homework club;Library;Students;Library|"
    "Laptop loans;Library;Anyone with a card;Library",
    "hotlines": "Service;Phone|Rent help;573-555-0101|Crisis line;988",
    "events by date": "event;date;people|Walk;March 4, 2025;80|Supper;April 5, 2025;120",
    "events with a start": "Event;Start time;Place|Walk;6:00 pm;Library|Supper;7:30 pm;Park",
    "permits": "Permit;Start date;End date;Value|B-12;2025-01-02;2025-03-04;12000|B-13;2025-02-02;"
    "2025-05-04;8000",
    "measurements": "Timestamp;PM2.5;Station|2025-01-02 10:00:00;8.1;North|2025-01-02 11:00:00;9.4;"
    "North",
    "counter of bicycles": "timestamp;count|2025-01-02 10:00;18|2025-01-02 11:00;24",
    "ages and counts": "age;people|Under 25;52|25 to 44;78|45 and over;61",
    "gender by age with counts": "Age;Gender;Count|Under 25;Women;52|Under 25;Men;48|25 to 44;"
    "Women;78",
    "race and rates": "Race;Gender;Share employed|Black;Women;71|White;Women;77|Black;Men;66",
    "edades": "edad;personas|Menos de 25;52|25 a 44;78",
    "education": "Education;Median income|High school;41000|College;62000",
    "a question and its counts": "Do you feel safe here?;Count|Yes;42|No;18",
    "a question and its counts, spanish": "¿Se siente seguro aquí?;Personas|Sí;42|No;18",
    "questions across": "area;Do you feel safe here? (%);Do you own your home? (%)|North;71%;40%|"
    "South;55%;62%",
    "questions down": "question;yes;no|Do you feel safe?;42;18|Do you own your home?;30;30",
    "age and questions, counted": "age;Do you feel safe? (yes);asked|Under 25;31;52|25 to 44;48;78",
    "counties": "name;state;population|Boone County;Missouri;189463|Cole County;Missouri;77000",
    "cities named for people": "city;people|Jackson;153701|Lincoln;292000|Austin;974447",
    "names of counties alone": "Name;Population|Jackson;717204|Madison;13000|Clay;255000",
    "streets": "street;crashes|Broadway;18|Providence Rd;24",
    "crashes at addresses": "address;crashes|1200 Broadway St;18|300 Providence Rd;24",
    "vacant lots": "Address;Acres|12 Elm St;0.2|14 Oak Ave;0.3",
    "parks": "Park;Address;Acres|Cosmo;1615 Business Loop;533|Stephens;2001 Old 63 Rd;116",
    "clinics": "Clinic;Address;Phone;Email|Family Health;1001 Worley St;573-555-0101;"
    "office@familyhealth.org|Compass Health;1805 Walnut St;573-555-0102;info@compass.org",
    "council members": "Ward;Council member;Phone|1;Ann Person;573-555-0101;|"
    "2;Bo Person;573-555-0102",
    "candidates": "Candidate;Votes|Ann Person;812|Bo Person;777",
    "tracts": "GEOID;estimate;margin|29019000100;41000;3200|29019000200;52000;4100",
    "census columns": "GEO_ID;NAME;B19013_001E|0500000US29019;Boone County, Missouri;66167|"
    "0500000US29051;Cole County, Missouri;68000",
    "years": "year;count|2021;42|2022;51",
    "codes like numbers of answers": "id;people|1;42|2;51",
    "quotes": "theme;answers|Buses;18|Rent;24",
    "books": "Title;Author;Loans|Home;Toni Morrison;18|Sula;Toni Morrison;24",
    "decimal columns like addresses": "version;value|1.2.3;4|1.2.4;5",
    "start dates of programs": "Program;Start date;People|Head Start;2019-09-01;80|"
    "Job Corps;2020-01-15;60",
    "languages": "Language spoken at home;People|English;9000|Spanish;700",
    "libraries by a spanish name": "Nombre;Visitas|Biblioteca Central;900|Biblioteca Sur;400",
    "shelters": "Shelter;Beds;Contact|Harbor House;40;Ann Person|Room at the Inn;60;Bo Person",
    "employers": "Employer;Jobs|University of Missouri;8700|Veterans United;3000",
    "polling places": "Polling place;Address;Votes|Library;100 W Broadway St;812|School;12 Elm St;"
    "777",
    "empty column of names": "First name;count|;42|;51",
    "businesses": "Business name;Owner;Sales|Main Street Books;Ann Person;90000|Cafe Uno;"
    "Eva Person;80000",
}
LISTS = {
    "contacts by name": "program;contact name;e-mail;phone|Homework club;Ann Person;"
    "ann@gmail.com;573-555-0101|Laptop loans;Bo Person;bo@gmail.com;573-555-0102",
    "contacts in spanish": "programa;nombre completo;correo|Club de tareas;Ana Pérez;ana@gmail.com",
    "clubs at homes": "club;mailing address|Chess;12 Elm St|Garden;14 Oak Ave",
}


def table(text: str) -> LocalTable:
    """Rows parted by |, cells by ;."""
    rows = list(csv.reader(io.StringIO(text.replace("|", "\n")), delimiter=";"))
    header, *cells = rows
    filled = [(row + [""] * len(header))[: len(header)] for row in cells]
    lines = tuple(range(2, len(filled) + 2))
    return LocalTable("answers.csv", tuple(header), tuple(zip(*filled, strict=True)), lines)


@pytest.mark.parametrize("name", PEOPLE)
def test_answers_of_single_people_are_refused(name: str) -> None:
    problem = answers_of_people(table(PEOPLE[name]))
    assert problem is not None
    assert problem.severity == "problem"
    assert "answers of single people" in problem.what
    assert "Count the answers first" in problem.try_this
    assert problem.at is not None
    assert problem.at.line >= 2


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_tables_are_not(name: str) -> None:
    assert answers_of_people(table(ORDINARY[name])) is None


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_organizations_may_name_whom_to_ask(name: str) -> None:
    assert answers_of_people(table(LISTS[name]), contacts=True) is None
    assert answers_of_people(table(ORDINARY["programs"]), contacts=True) is None


@pytest.mark.parametrize("name", ["surveymonkey", "client list", "birth dates alone"])
def test_a_list_of_organizations_has_no_birth_dates_or_numbers_of_answers(name: str) -> None:
    assert answers_of_people(table(PEOPLE[name]), contacts=True) is not None


def test_the_private_cells_are_not_repeated() -> None:
    for text in PEOPLE.values():
        told = answers_of_people(table(text))
        assert told is not None
        headings = " ".join(table(text).columns) if "Ann Person;ann@" not in text[:20] else ""
        for cell in (cell for row in table(text).rows for cell in row):
            if len(cell) > 4 and cell not in headings:
                assert cell not in told.what, text
    headless = answers_of_people(table(PEOPLE["no row of headings"]))
    assert headless is not None
    assert "column 2, line 2" in headless.what
    assert "@" not in headless.what
    assert "Ann" not in headless.what


def test_columns_and_lines_are_told() -> None:
    problem = answers_of_people(table("area;E-mail;age|North;;30|South;ann@example.org;40"))
    assert problem is not None
    assert 'e-mail addresses in column "E-mail", line 3' in problem.what
    assert problem.at is not None
    assert problem.at.line == 3


def test_the_lines_of_the_file_count() -> None:
    held = LocalTable("a.csv", ("First name", "x"), (("Ann", "Bo"), ("1", "2")), (7, 9))
    problem = answers_of_people(held)
    assert problem is not None
    assert "line 7" in problem.what


def test_a_table_without_rows_is_nobodys() -> None:
    assert answers_of_people(LocalTable("a.csv", ("First name", "Email"), ((), ()), ())) is None


WALK = """\
title: Boone Walk
place: "29019"
data: [m.csv]
stations:
  - title: Our own numbers
    blocks:
      - {kind: table, file: answers.csv, source: us}
"""


def test_a_walk_does_not_show_them(tmp_path: Path) -> None:
    """The road through `own`, which reads every file of a community."""
    figures = "year,state,county,county_name,share_employed\n2023,29,019,Boone County,0.84\n"
    (tmp_path / "m.csv").write_text(figures, encoding="utf-8")
    (tmp_path / "walk.yaml").write_text(WALK, encoding="utf-8")
    answers = tmp_path / "answers.csv"
    answers.write_text(PEOPLE["google forms"].replace(";", ",").replace("|", "\n"))
    file = load(tmp_path / "walk.yaml")
    with pytest.raises(Problems) as refused:
        compose(file, read_data(file))
    assert any("answers of single people" in problem.what for problem in refused.value.problems)
    assert not any("@" in problem.what for problem in refused.value.problems)
    answers.write_text(ORDINARY["areas"].replace(";", ",").replace("|", "\n"))
    assert compose(file, read_data(file)).walk
