// What the tests of the legal data share: the files as read, and the tables that they must equal.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export const languages = ['nl', 'en', 'de'] as const;
export type Language = (typeof languages)[number];
export type Localized = Record<Language, string>;

export interface Source {
  id: string;
  kind: string;
  name: Localized;
  text: Localized;
  inForce?: { from?: string; to?: string };
  confidence: string;
  ground?: boolean;
  firstProcedureOnly?: boolean;
  holdsAtAnyTime?: boolean;
  addressees?: string[];
  ecli?: string;
  supersededBy?: string;
  review?: Localized;
}
export interface Sender {
  role: string;
  fitsFor: string[];
  personal: boolean;
  request: Localized;
  sources: string[];
}
export interface Senders {
  fitting: Record<string, string[]>;
  fittingYoungChild: string[];
  other: string[];
  senders: Sender[];
}
export interface Terms {
  terms: ({ id: string } & Localized)[];
  names: Record<string, Record<string, unknown>>;
  regimes: {
    id: string;
    from?: string;
    to?: string;
    grounds: string[];
    text: Localized;
    sources: string[];
  }[];
}

export const words = (list: string): string[] => list.trim().split(/\s+/);
export const load = <T>(name: string): T => parse(readFileSync(`server/knowledge/${name}.yaml`, 'utf8')) as T;

export interface CounterArgument {
  kind: string;
  rebuttals: Record<'nl' | 'de', string[]>;
  text: Localized;
  sources: string[];
}

export const sources = load<Source[]>('sources');
export const counterArguments = load<CounterArgument[]>('counter-arguments');
export const senders = load<Senders>('senders');
export const terms = load<Terms>('terms');
export const sourceIds = new Set(sources.map((source) => source.id));
export const source = (id: string): Source => {
  const found = sources.find((entry) => entry.id === id);
  assert.ok(found, `no source ${id}`);
  return found;
};
export const idsWhere = (test: (entry: Source) => unknown): string[] =>
  sources
    .filter(test)
    .map((entry) => entry.id)
    .sort();

// The tables that the data must equal.
export const expectedSources = words(`
  ngo.vangnet-2020 nl.vb.3.4-3 nl.vb.3.6ba nl.vw.14 nl.rvs.2025-08-27 nl.rvs.advies-2019 nl.rvs.2006-12-21
  nl.stb.2019.143 nl.wbv.2019-7 nl.dtv.schrijnend nl.ind.visie-2019 nl.awb.3-4-2 nl.awb.4-6 nl.awb.4-84
  nl.awb.6-8 nl.awb.3-2 nl.awb.3-46 nl.awb.6-7 nl.vw.69 nl.atw nl.vb.3.103 nl.rvs.2016.2840 nl.rvs.2022.2290
  nl.vanzwol-2019 nl.acvz-2019 nl.los.schrijnend nl.rvs.harderwijk nl.vw.64 nl.vb.3.48-2a nl.wodc.lvv-2020
  nl.knmg.verklaring eu.return-directive.6-4 eu.pact-2026 echr.3 echr.8 echr.jeunesse eu.cjeu.changu crc.3
  de.aufenthg.23a de.sh.hfk-2025 de.berlin.hfk de.aufenthg.60a de.aufenthg.25a de.aufenthg.25-5
  de.aufenthg.25b de.nrw.hfk de.bw.hfk de.ni.hfk de.asyl-net.hfa de.gg.proportionality`);
export const expectedRoles = words(`mayor municipality physician mental-health school employer social-work ngo
  faith-community sports-club neighbour family lso child-protection other`);
export const circumstanceKinds =
  words(`rooted rooted-child medical psychological bereavement violence trauma-here
  dependency no-fault-stay statelessness long-residence administrative-error education livelihood other`);
export const local = words('municipality mayor employer school faith-community sports-club neighbour ngo');
export const expectedFitting = {
  medical: ['physician', 'mental-health'],
  psychological: ['mental-health', 'physician'],
  'trauma-here': ['mental-health', 'physician'],
  'rooted-child': ['school'],
  education: ['school'],
  dependency: ['physician', 'social-work', 'family'],
  violence: ['social-work', 'ngo', 'physician', 'child-protection'],
  rooted: local,
  'long-residence': local,
};

export const counterArgumentKinds =
  words(`court-already-ruled arbitrariness false-hope own-choice no-new-facts return-possible
  public-order floodgates other`);
