"""Sentences of invented people in which an edge of a source or content is off, and where it belongs."""

from sayso.language.attribution_repairs_examples import RepairExample

# Of each the rule makes ``repaired``; where it is ``given``, it must do nothing.
EXAMPLES = (
    RepairExample(
        rule="raised_subject",
        text="The ferry is now thought to have sunk off Orlo.",
        given=(("The ferry", "is now thought", "to have sunk off Orlo"),),
        repaired=(("", "is now thought", "The ferry … to have sunk off Orlo"),),
    ),
    RepairExample(
        rule="raised_subject",
        text="The council was widely criticised for closing the ferry.",
        given=(("The council", "was widely criticised for", "closing the ferry"),),
        repaired=(("", "was widely criticised for", "The council … closing the ferry"),),
    ),
    RepairExample(
        rule="raised_subject",
        text="The mayor was quoted as saying the ferry sank.",
        given=(("The mayor", "was quoted as saying", "the ferry sank"),),
        repaired=(("The mayor", "was quoted as saying", "the ferry sank"),),
    ),
    RepairExample(
        rule="behind_participle",
        text="Speaking of the dam, the mayor, Bo Lund, said it was safe.",
        given=(("Speaking of the dam, the mayor, Bo Lund,", "said", "it was safe"),),
        repaired=(("the mayor, Bo Lund,", "said", "it was safe"),),
    ),
    RepairExample(
        rule="behind_participle",
        text="Leading engineers, among them Bo Lund, said it was safe.",
        given=(("Leading engineers, among them Bo Lund,", "said", "it was safe"),),
        repaired=(("Leading engineers, among them Bo Lund,", "said", "it was safe"),),
    ),
    RepairExample(
        rule="explained_source",
        text="According to the engineers, who left early, the dam was safe.",
        given=(("the engineers", "According to", "who left early, the dam was safe"),),
        repaired=(("the engineers", "According to", "the dam was safe"),),
    ),
    RepairExample(
        rule="explained_source",
        text="According to the engineers, who left is not known.",
        given=(("the engineers", "According to", "who left is not known"),),
        repaired=(("the engineers", "According to", "who left is not known"),),
    ),
    RepairExample(
        rule="no_naming",
        text="He spoke for a unit known as the Otters.",
        given=(("the Otters", "known as", "He spoke"),),
        repaired=(),
    ),
    RepairExample(
        rule="no_naming",
        text="The mayor called the dam a ruin.",
        given=(("The mayor", "called", "the dam a ruin"),),
        repaired=(("The mayor", "called", "the dam a ruin"),),
    ),
    RepairExample(
        rule="no_expletive",
        text="It is estimated that nine boats sank.",
        given=(("", "is estimated", "It … that nine boats sank"),),
        repaired=(("", "is estimated", "that nine boats sank"),),
    ),
    RepairExample(
        rule="no_expletive",
        text="It was revealed to be a buoy.",
        given=(("", "was revealed", "It … to be a buoy"),),
        repaired=(("", "was revealed", "It … to be a buoy"),),
    ),
    RepairExample(
        rule="no_expletive",
        text="Nine boats, it is estimated, sank.",
        given=(("", "is estimated", "Nine boats … sank"),),
        repaired=(("", "is estimated", "Nine boats … sank"),),
    ),
    RepairExample(
        rule="with_its_subject",
        text="Velm* is flooding its fields, the report says.",
        given=(("the report", "says", "is flooding its fields"),),
        repaired=(("the report", "says", "Velm* is flooding its fields"),),
    ),
    RepairExample(
        rule="with_its_subject",
        text="Nothing, the report says, is flooding, it adds.",
        given=(("it", "adds", "is flooding"),),
        repaired=(("it", "adds", "is flooding"),),
    ),
    RepairExample(
        rule="subject_of_sentence",
        text="The council closed the dam on Friday, stressing that it was safe.",
        given=(("", "stressing", "that it was safe"),),
        repaired=(("The council", "stressing", "that it was safe"),),
    ),
    RepairExample(
        rule="subject_of_sentence",
        text="There was a leaflet saying that it was safe.",
        given=(("", "saying", "that it was safe"),),
        repaired=(("", "saying", "that it was safe"),),
    ),
    RepairExample(
        rule="one_paragraph",
        text="The mayor says the dam is safe\n\nA row is growing over the dam.",
        given=(("The mayor", "says", "the dam is safe\n\nA row is growing over the dam"),),
        repaired=(("The mayor", "says", "the dam is safe"),),
    ),
    RepairExample(
        rule="one_paragraph",
        text="The mayor says the dam is safe.\n\nA row is growing over it.",
        given=(("The mayor", "says", "the dam is safe"),),
        repaired=(("The mayor", "says", "the dam is safe"),),
    ),
    RepairExample(
        rule="subject_of_sentence",
        text="The council issued a note “urging people to leave”.",
        given=(("", "urging", "people to leave"),),
        repaired=(("The council", "urging", "people to leave"),),
    ),
    RepairExample(
        rule="pronoun_alone",
        text="Stay in if you can. She urged people to wait.",
        given=(("you … She", "urged", "people to wait"),),
        repaired=(("She", "urged", "people to wait"),),
    ),
    RepairExample(
        rule="pronoun_alone",
        text="The mayor and she urged people to wait.",
        given=(("The mayor … she", "urged", "people to wait"),),
        repaired=(("The mayor … she", "urged", "people to wait"),),
    ),
    RepairExample(
        rule="noun_alone",
        text="The mayor left Orlo amid claims that the dam was leaking.",
        given=(("The mayor", "claims", "that the dam was leaking"),),
        repaired=(("", "claims", "that the dam was leaking"),),
    ),
    RepairExample(
        rule="noun_alone",
        text="The mayor repeated claims that the dam was leaking.",
        given=(("The mayor", "repeated claims", "that the dam was leaking"),),
        repaired=(("The mayor", "repeated claims", "that the dam was leaking"),),
    ),
    RepairExample(
        rule="noun_alone",
        text="The dam was leaking, by claims of the mayor.",
        given=(("the mayor", "claims", "The dam was leaking"),),
        repaired=(("the mayor", "claims", "The dam was leaking"),),
    ),
    RepairExample(
        rule="behind_time",
        text="The mayor said Friday it was safe.",
        given=(("The mayor", "said", "Friday it was safe"),),
        repaired=(("The mayor", "said", "it was safe"),),
    ),
    RepairExample(
        rule="behind_time",
        text="The mayor said Friday was safe.",
        given=(("The mayor", "said", "Friday was safe"),),
        repaired=(("The mayor", "said", "Friday was safe"),),
    ),
    RepairExample(
        rule="said_once",
        text="“The dam is safe,” she said. “It will hold,” she added.",
        given=(
            ("she", "said", "The dam is safe, … It will hold,"),
            ("she", "added", "It will hold,"),
        ),
        repaired=(("she", "said", "The dam is safe,"), ("she", "added", "It will hold,")),
    ),
    RepairExample(
        rule="said_once",
        text="“The dam is safe,” she said. “It will hold.”",
        given=(("she", "said", "The dam is safe, … It will hold."),),
        repaired=(("she", "said", "The dam is safe, … It will hold."),),
    ),
    RepairExample(
        rule="quoted_as",
        text="“The dam is safe,” she was quoted as saying.",
        given=(("", "was quoted", "The dam is safe, … she … as saying"),),
        repaired=(("she", "was quoted as saying", "The dam is safe,"),),
    ),
    RepairExample(
        rule="quoted_as",
        text="The dam was quoted as a ruin.",
        given=(("", "was quoted", "as a ruin"),),
        repaired=(("", "was quoted", "as a ruin"),),
    ),
    RepairExample(
        rule="second_verb",
        text="The mayor said the rain was to blame and then pledged to help.",
        given=(
            ("The mayor", "said", "the rain was to blame and then pledged to help"),
            ("The mayor", "pledged", "to help"),
        ),
        repaired=(
            ("The mayor", "said", "the rain was to blame"),
            ("The mayor", "pledged", "to help"),
        ),
    ),
    RepairExample(
        rule="second_verb",
        text="The mayor said the clerk lied and the council pledged to help.",
        given=(
            ("The mayor", "said", "the clerk lied and the council pledged to help"),
            ("the council", "pledged", "to help"),
        ),
        repaired=(
            ("The mayor", "said", "the clerk lied and the council pledged to help"),
            ("the council", "pledged", "to help"),
        ),
    ),
    RepairExample(
        rule="second_predicate",
        text="The president ordered an inquiry and will visit Orlo.",
        given=(("The president", "ordered", "an inquiry and will visit Orlo"),),
        repaired=(("The president", "ordered", "an inquiry"),),
    ),
    RepairExample(
        rule="second_predicate",
        text="The president said the inquiry was over and will not go on.",
        given=(("The president", "said", "the inquiry was over and will not go on"),),
        repaired=(("The president", "said", "the inquiry was over and will not go on"),),
    ),
    RepairExample(
        rule="joined_source",
        text="The Velm council and the mayor said the dam was safe.",
        given=(("the mayor", "said", "the dam was safe"),),
        repaired=(("The Velm council and the mayor", "said", "the dam was safe"),),
    ),
    RepairExample(
        rule="joined_source",
        text="The dam held and the mayor said it was safe.",
        given=(("the mayor", "said", "it was safe"),),
        repaired=(("the mayor", "said", "it was safe"),),
    ),
    RepairExample(
        rule="said_once",
        text="The mayor said the dam was safe, adding that it would hold.",
        given=(
            ("The mayor", "said", "the dam was safe … it would hold"),
            ("The mayor", "adding", "that it would hold"),
        ),
        repaired=(
            ("The mayor", "said", "the dam was safe"),
            ("The mayor", "adding", "that it would hold"),
        ),
    ),
    RepairExample(
        rule="one_breath",
        text="Banners read “Shame”. It was late in Orlo. “It is over,” she said.",
        given=(("she", "said", "Shame … It is over,"),),
        repaired=(("she", "said", "It is over,"),),
    ),
    RepairExample(
        rule="one_breath",
        text="“It is late,” she said in Orlo. “It is over.”",
        given=(("she", "said", "It is late, … It is over."),),
        repaired=(("she", "said", "It is late, … It is over."),),
    ),
    RepairExample(
        rule="one_breath",
        text="“Fog” and “rain” sank it, she said.",
        given=(("she", "said", "Fog … rain"),),
        repaired=(("she", "said", "Fog … rain"),),
    ),
    RepairExample(
        rule="second_verb",
        text="It is said the mayor fled and blamed the rain.",
        given=(
            ("", "is said", "the mayor fled and blamed the rain"),
            ("the mayor", "blamed", "the rain"),
        ),
        repaired=(
            ("", "is said", "the mayor fled and blamed the rain"),
            ("the mayor", "blamed", "the rain"),
        ),
    ),
    RepairExample(
        rule="second_verb",
        text="The mayor said the owners fled and blamed the rain.",
        given=(
            ("The mayor", "said", "the owners fled and blamed the rain"),
            ("", "blamed", "the rain"),
        ),
        repaired=(
            ("The mayor", "said", "the owners fled and blamed the rain"),
            ("", "blamed", "the rain"),
        ),
    ),
    RepairExample(
        rule="raised_subject",
        text="It is estimated that nine boats sank.",
        given=(("It", "is estimated", "that nine boats sank"),),
        repaired=(("", "is estimated", "that nine boats sank"),),
    ),
    RepairExample(
        rule="raised_subject",
        text="It estimated that nine boats sank.",
        given=(("It", "estimated", "that nine boats sank"),),
        repaired=(("It", "estimated", "that nine boats sank"),),
    ),
    RepairExample(
        rule="no_afterthought",
        text="Nine boats sank, police said, while the mayor blamed the fog.",
        given=(("police", "said", "Nine boats sank … while the mayor blamed the fog"),),
        repaired=(("police", "said", "Nine boats sank"),),
    ),
    RepairExample(
        rule="no_afterthought",
        text="Nine boats sank, police said, in the fog.",
        given=(("police", "said", "Nine boats sank … in the fog"),),
        repaired=(("police", "said", "Nine boats sank … in the fog"),),
    ),
)
