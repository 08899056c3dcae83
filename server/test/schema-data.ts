/** The contract of the case format, written out by hand: what `schema.test.ts` holds the schema to. */

/** Each list of values that a field may have, in the contract's order. */
export const ENUMS: Readonly<Record<string, string>> = {
  'caseInfo.jurisdiction': 'nl de',
  'caseInfo.language': 'nl en de',
  'caseInfo.status': 'draft review final closed',
  'caseInfo.confidentiality': 'real pseudonymised fictional',
  'representative.role': 'lawyer legal-aid ngo other',
  'person.role': 'applicant co-applicant partner parent child sibling other',
  'person.gender': 'm f x',
  'person.status':
    'residence-permit application-pending no-residence-right tolerated enforceably-obliged-to-leave citizen unknown',
  'person.identityDocuments': 'passport laissez-passer other none requested',
  'person.traits':
    'traumatised isolated victim-of-trafficking victim-of-violence minor-unaccompanied dependent-on-care',
  'event.kind':
    'family residence work education health procedure return-attempt loss violence integration other',
  'procedure.kind':
    'asylum regular extension repeat-asylum repeat-regular medical-deferral discretionary-request hardship-commission petition other',
  'procedure.authority':
    'ind minister state-secretary court council-of-state municipality hardship-commission foreigners-authority bamf other',
  'procedure.outcome': 'granted rejected withdrawn pending inadmissible',
  'remedy.kind': 'objection appeal higher-appeal interim-relief',
  'remedy.outcome': 'granted rejected withdrawn pending inadmissible',
  'circumstance.kind':
    'rooted rooted-child medical psychological bereavement violence trauma-here dependency no-fault-stay statelessness long-residence administrative-error education livelihood other',
  'existingRoute.purpose':
    'asylum family-life private-life medical-treatment medical-deferral no-fault human-trafficking domestic-violence long-staying-child work study other',
  'claim.kind': 'residence-on-hardship deferral reconsideration',
  'claim.scope': 'first-procedure any-time',
  'claim.addressedTo': 'ind-director minister state-secretary hardship-commission court mayor other',
  'letter.status': 'planned requested received signed refused',
  'letterSender.role':
    'mayor municipality physician mental-health school employer social-work ngo faith-community sports-club neighbour family lso child-protection other',
  'document.kind':
    'official medical educational employment identity travel court media statement power-of-attorney curriculum-vitae other',
  'argument.snippet':
    'hardship-arises-over-time minister-remains-competent reasons-must-be-given proportionality judge-looked-at-legality new-ties-after-ruling return-directive-any-moment private-life-roots best-interests-of-the-child rooted-child-school combination-of-circumstances no-ordinary-ground-fits medical-situation dependency-on-care trauma-in-the-netherlands gender-related-violence bereavement-in-the-netherlands cannot-leave-through-no-fault authority-error long-stay-has-causes fear-of-return-and-long-procedures local-support-is-knowledge invisible-case-lso mayor-duty-of-care exception-not-floodgate new-facts-since-refusal stateless-no-return policy-cannot-cover-everything comparison-with-germany haertefall-dringende-gruende haertefall-integration haertefall-familie haertefall-gesundheit haertefall-keine-andere-moeglichkeit haertefall-kein-ausschluss haertefall-verhaeltnismaessigkeit haertefall-kindeswohl haertefall-langer-aufenthalt haertefall-oertliche-stimmen haertefall-rueckkehr-unzumutbar haertefall-einzelfall',
  'counterArgument.kind':
    'court-already-ruled arbitrariness false-hope own-choice no-new-facts return-possible public-order floodgates other',
  'counterArgument.raisedBy':
    'ind minister state-secretary court return-service municipality foreigners-authority bamf press other',
};

/** Each definition's fields in order; those that must be there have a `!`. */
export const FIELDS: Readonly<Record<string, string>> = {
  caseInfo:
    'id! title! jurisdiction! language referenceDate status confidentiality! federalState office representative summary',
  representative: 'name! role! powerOfAttorney',
  person:
    'id! name! role! pseudonym birthDate deathDate gender nationality arrivalDate bornHere status identityDocuments vNumber traits',
  event: 'id! date from to kind title! description persons evidence',
  procedure:
    'id! kind! persons authority reference lodged! decided outcome reason authorityError newFacts remedies',
  remedy: 'id! kind! lodged! decided outcome ruling',
  circumstance: 'id! kind! title! persons since until inHostCountry description evidence existingRoute',
  existingRoute: 'purpose! whyNot',
  claim: 'id! kind! lodged raisedIn scope addressedTo grounds circumstances request conditions',
  claimConditions:
    'enforceablyObligedToLeave removalDateSet seriousOffences dublin otherRemedyOpen earlierCommissionDecision',
  letter: 'id! from! status! date supports file summary request',
  letterSender: 'name role!',
  document: 'id! kind! title! date file supports',
  argument: 'id! snippet title! text! supports cites answers',
  counterArgument: 'id! kind! raisedBy text!',
};

/** What an id written in a field may point to. */
export const REFERENCES: Readonly<Record<string, readonly string[]>> = {
  'representative.powerOfAttorney': ['document'],
  'event.persons': ['person'],
  'event.evidence': ['letter', 'document'],
  'procedure.persons': ['person'],
  'procedure.newFacts': ['circumstance', 'event'],
  'circumstance.persons': ['person'],
  'circumstance.evidence': ['letter', 'document'],
  'claim.raisedIn': ['procedure'],
  'claim.circumstances': ['circumstance'],
  'letter.supports': ['circumstance', 'event'],
  'document.supports': ['circumstance', 'event'],
  'argument.supports': ['circumstance', 'event'],
  'argument.answers': ['counterArgument'],
};

export const DEFAULTS: Readonly<Record<string, unknown>> = {
  'caseInfo.status': 'draft',
  'person.pseudonym': false,
  'procedure.authorityError': false,
  'procedure.outcome': 'pending',
  'remedy.outcome': 'pending',
  'circumstance.inHostCountry': true,
};

/** The contract's own example, its dots filled in. */
export const FULL_CASE = `
vangnet: 1
case:
  id: semon
  title: "Sem'on: verblijf na gestrande verlenging"
  jurisdiction: nl
  language: nl
  referenceDate: 2020-12-14
  status: draft
  confidentiality: pseudonymised
  federalState: DE-SH
  office: Vangnet Rechtshulp
  representative: {name: mr. J. de Vries, role: lawyer, powerOfAttorney: doc-volmacht}
  summary: >-
    Kort verhaal in gewone taal.
persons:
  - id: semon
    name: "Sem'on"
    role: applicant
    pseudonym: true
    birthDate: 1986~
    deathDate: 2010
    gender: x
    nationality: IQ
    arrivalDate: 2003
    bornHere: false
    status: no-residence-right
    identityDocuments: none
    vNumber: "0000000000"
    traits: [traumatised]
timeline:
  - id: ev-uit-huis
    date: 2004
    kind: family
    title: Door ouders uit huis gezet
    description: >-
      Na ruzies thuis.
    persons: [semon]
    evidence: [brief-opvang]
  - {id: ev-opvang, from: 2004-09, to: 2006, title: Opvang voor dakloze jongeren}
procedures:
  - id: proc-verlenging
    kind: regular
    persons: [semon]
    authority: ind
    reference: Z1-123
    lodged: 2013
    decided: 2014
    outcome: rejected
    reason: IND verlangde een paspoort
    authorityError: true
    newFacts: [circ-gezondheid]
    remedies:
      - id: bezwaar-1
        kind: objection
        lodged: 2014-03
        decided: 2014-09-01
        outcome: rejected
        ruling: ECLI:NL:RBDHA:2014:12345
circumstances:
  - id: circ-worteling
    kind: rooted
    title: 17 jaar in Nederland
    persons: [semon]
    since: 2003
    until: 2019
    inHostCountry: true
    description: >-
      Opgegroeid in Nederland.
    evidence: [brief-burgemeester]
    existingRoute: {purpose: medical-treatment, whyNot: Geen paspoort te krijgen.}
    x-note: {anything: [goes, here]}
claim:
  id: verzoek
  kind: residence-on-hardship
  lodged: 2019-04-20
  raisedIn: [proc-disc]
  scope: any-time
  addressedTo: state-secretary
  grounds: [nl.vb.3.4-3, eu.return-directive.6-4]
  circumstances: [circ-worteling]
  request: >-
    Wat wordt gevraagd.
  conditions:
    enforceablyObligedToLeave: true
    removalDateSet: false
    seriousOffences: false
    dublin: false
    otherRemedyOpen: false
    earlierCommissionDecision: false
letters:
  - id: brief-burgemeester
    from: {name: "Burgemeester van X", role: mayor}
    status: received
    date: 2020-11-02
    supports: [circ-worteling]
    file: brieven/burgemeester.pdf
    summary: Kent de betrokkene sinds 2016.
    request: Sinds wanneer kent u de betrokkene?
documents:
  - id: doc-paspoortpoging
    kind: official
    title: Brief ambassade
    date: 2013-08
    file: stukken/ambassade.pdf
    supports: [circ-buiten-schuld]
arguments:
  - id: arg-evenredig
    snippet: proportionality
    title: Evenredigheid
    text: >-
      De gevolgen zijn zwaarder dan het doel.
    supports: [circ-worteling]
    cites: [nl.awb.3-4-2]
    answers: [contra-rechter]
counterArguments:
  - id: contra-rechter
    kind: court-already-ruled
    raisedBy: ind
    text: De rechter heeft al geoordeeld.
`;
