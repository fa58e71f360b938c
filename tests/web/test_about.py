"""About: the method's authors by name, no claim of accreditation, and the licences."""


def test_it_credits_the_authors_and_claims_nothing(stranger):
    page = stranger.visit("/about").get_data(as_text=True)
    for name in ("Susie Essex", "Hilary Gumbleton", "Colin Luger", "Andrew Turnell", "OpenMoji", "CC BY-SA 4.0", "Lexend", "SIL Open Font"):
        assert name in page, name
    assert "claims no accreditation" in page


def test_every_situation_says_what_it_rests_on(stranger):
    from wordspics import guide
    page = stranger.visit("/about").get_data(as_text=True)
    assert page.count('class="about__sources"') == len(guide.situations())


def test_home_leads_there(sam):
    assert 'href="/about"' in sam.visit("/").get_data(as_text=True)
