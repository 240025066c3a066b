// Scenario: Identity - the legacy session cookie counts too
cookies.searchstax_session_id = undefined;
cookies.searchcookie = ['legacylegacylegacylegacyx'];
pushes.searchstax = { query: 'shoes' };

runCode(fill({}));

assertThat(eventOf(pixels[0]).properties.session).isEqualTo('legacylegacylegacylegacyx');
assertThat(written).isEmpty();

// Scenario: Identity - new IDs have SearchStax own form and are stored under its names
cookies.searchstax_session_id = undefined;
cookies.ms_visitorid = undefined;
pushes.searchstax = { query: 'shoes' };

runCode(fill({}));

assertThat(eventOf(pixels[0]).properties.session.match('^[A-Za-z0-9]{25}$')).isNotNull();
assertThat(
  eventOf(pixels[0]).properties._vid.match(
    '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$'
  )
).isNotNull();
assertThat(written.map((cookie) => cookie.name)).isEqualTo(['searchstax_session_id', 'ms_visitorid']);
assertThat(written[0].value).isEqualTo(eventOf(pixels[0]).properties.session);
assertThat(written[0].options).isEqualTo({ path: '/', secure: true, samesite: 'Lax', 'max-age': 3600 });
assertThat(written[1].value).isEqualTo(eventOf(pixels[0]).properties._vid);

// Scenario: Identity - the tag fields win over the cookies
pushes.searchstax = { query: 'shoes' };

runCode(fill({ session: 'my-session', visitor: 42 }));

assertThat(eventOf(pixels[0]).properties.session).isEqualTo('my-session');
assertThat(eventOf(pixels[0]).properties._vid).isEqualTo('42');

// Scenario: Identity - without consent no cookie is written
cookies.searchstax_session_id = undefined;
cookies.ms_visitorid = undefined;
page.consent = false;
pushes.searchstax = { query: 'shoes' };

runCode(fill({ consent: 'anonymous' }));

assertThat(eventOf(pixels[0]).properties.session).hasLength(25);
assertThat(written).isEmpty();
