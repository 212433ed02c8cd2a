"""An invented story, told by an agency, cut, respun, and told again by another reporter."""

AGENCY = (
    "Ferry runs aground off Orlo with 140 aboard\n\n"
    "A ferry carrying 140 passengers ran aground on a sandbank near the island of Orlo on Tuesday "
    "night after its steering failed, the coast guard said.\n\n"
    "Rescue boats took 96 people to the harbour at Brennick before midnight. Another 44 stayed on "
    "board until the tide lifted the ship, according to the harbour office.\n\n"
    "“We heard a long groan and then the lamps went out,” said Ines Varga, a nurse from Calder "
    "who was travelling with her mother.\n\n"
    "The operator, Northern Sound Lines, said the vessel had passed an inspection in January. It "
    "did not answer questions about the missing spare pump.\n\n"
    "Divers will examine the hull on Thursday, and the service between Orlo and Brennick stays "
    "closed until they have finished their work."
)
RESPUN = (
    "Ferry runs ashore off Orlo with 140 onboard\n\n"
    "A ship wearing 140 travellers ran ashore on a sandbar close the isle of Orlo on Tuesday "
    "nighttime following its guidance failed, the seaside guard stated.\n\n"
    "Rescue vessels took 96 humans to the harbor at Brennick earlier midnight. Another 44 remained "
    "on deck till the tide raised the boat, in line with the harbor workplace.\n\n"
    "“We listened a lengthy moan and then the lights went out,” stated Ines Varga, a caregiver "
    "from Calder who was journeying with her mom.\n\n"
    "The company, Northern Sound Lines, stated the boat had handed an examination in January. It "
    "did not reply queries about the lacking spare pump.\n\n"
    "Swimmers will look at the frame on Thursday, and the carrier among Orlo and Brennick remains "
    "shut till they have completed their job."
)
INDEPENDENT = (
    "Night of fear on the Orlo sandbank\n\n"
    "Nearly a hundred passengers had to climb into small boats in the dark when the evening ferry "
    "to Brennick lost its rudder and struck a bank off Orlo.\n\n"
    "The coast guard brought 96 of the 140 travellers ashore by midnight; the other 44 waited for "
    "high water, the harbour master told this newspaper.\n\n"
    "“We heard a long groan and then the lamps went out,” said Ines Varga, who works as a nurse "
    "in Calder.\n\n"
    "Northern Sound Lines owns the ship. In January an inspector found nothing wrong with her, "
    "though former sailors speak of a pump that was never replaced.\n\n"
    "No ferry will cross before the divers have had their look on Thursday."
)


def first_paragraphs(text: str, number: int) -> str:
    return "\n\n".join(text.split("\n\n")[:number])
