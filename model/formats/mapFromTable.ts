import { type Channel, channels } from '../map/channel.ts';
import type { LaneId, StageId, StepId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { type LaneKind, laneKinds } from '../map/lane.ts';
import { type Language, languages } from '../map/language.ts';
import type { RandomSource } from '../map/newId.ts';
import { catalogueMetric } from '../quality/metricCatalogue.ts';
import { metricTable } from '../quality/metricTable.ts';
import { err, ok, type Result } from '../result.ts';
import { importedNames } from '../text/importedNames.ts';
import { laneKindNames } from '../text/laneNames.ts';
import { languageOfText } from '../text/languageOfText.ts';
import { channelNames } from '../text/mapNames.ts';
import { fromSafeField, type Row } from './delimited.ts';
import { type DraftMap, draftMap } from './draftMap.ts';
import type { ImportNote } from './importNote.ts';
import { laneKindOfTitle } from './laneKindOfTitle.ts';
import type { ImportedMap } from './mapFromMermaid.ts';
import { columnOfHead, type FlatColumn } from './tableColumns.ts';

export type TableError =
  | { readonly type: 'EmptyTable' }
  | { readonly type: 'TableTooLong'; readonly found: number; readonly most: number };

const mostRows = 40_000;

interface Context {
  readonly language: Language;
  /** Title of the map, where the table has no map column. */
  readonly name: string;
  readonly random: RandomSource;
}

/**
 * A table as a map: a flat list with column heads (in English or Chinese), a grid (stages above steps above a row for
 * each lane), or a single column of notes, which all go to the tray.
 */
export function mapFromTable(table: readonly Row[], context: Context): Result<ImportedMap, TableError> {
  const rows = table.map((row) => row.map((field) => fromSafeField(field)));
  const filled = rows.filter((row) => row.some((field) => field.trim() !== ''));
  if (filled.length === 0) return err({ type: 'EmptyTable' });
  if (rows.length > mostRows) return err({ type: 'TableTooLong', found: rows.length, most: mostRows });

  const language = languageOfText(filled.flat().join(' '), context.language);
  const notes: ImportNote[] = [];
  const isFlat = isFlatTable(rows);
  const heads = filled[0]!.map(columnOfHead);
  const title = isFlat ? (filled[1]?.[heads.indexOf('map')]?.trim() ?? '') : '';
  const draft = draftMap(language, title === '' ? context.name : title, context.random);
  if (isFlat) readFlat(rows, draft, language, context.name, notes);
  else if (filled.every((row) => row.slice(1).every((field) => field.trim() === '')))
    for (const row of filled) draft.card(undefined, undefined, row[0]!);
  else readGrid(rows, draft, language, notes);
  return ok({ map: draft.finish(kindOf(draft)), notes });
}

/** Whether the first row that is not empty holds the heads of a flat list. */
export function isFlatTable(rows: readonly Row[]): boolean {
  const heads = rows.find((row) => row.some((field) => field.trim() !== ''))?.map(columnOfHead) ?? [];
  const known = new Set(heads.filter((head) => head !== undefined));
  return known.size >= 2 && (known.has('step') || known.has('card') || known.has('stage'));
}

/** A map with a lane behind the line of interaction is a blueprint. */
function kindOf(draft: DraftMap): JourneyMap['kind'] {
  const roles = new Set(draft.finish('journey').lanes.map((lane) => lane.role));
  return roles.has('frontstage') || roles.has('backstage') ? 'blueprint' : 'journey';
}

function readFlat(
  rows: readonly Row[],
  draft: DraftMap,
  language: Language,
  fileName: string,
  notes: ImportNote[],
): void {
  const start = rows.findIndex((row) => row.some((field) => field.trim() !== ''));
  const heads = rows[start]!.map(columnOfHead);
  rows[start]!.forEach((head, i) => {
    if (heads[i] === undefined && head.trim() !== '')
      notes.push({ type: 'UnknownColumn', line: start + 1, head });
  });
  const records = rows.slice(start + 1).map((row, i) => {
    const cells = new Map<FlatColumn, string>();
    heads.forEach((head, k) => {
      const field = row[k] ?? '';
      if (head !== undefined && !cells.has(head) && field.trim() !== '') cells.set(head, field);
    });
    return { line: start + 2 + i, cells };
  });
  const feelings = records.flatMap(({ cells }) => numberOf(cells.get('emotion') ?? '') ?? []);
  const toEmotion = emotionScale(feelings, start + 2, notes);
  const ownMetrics = new Map<string, string>();

  for (const { line, cells } of records) {
    if (cells.size === 0) continue;
    const text = (column: FlatColumn): string => cells.get(column)?.trim() ?? '';
    const hasPlace = text('stage') !== '' || text('step') !== '';
    const stageId: StageId | undefined = hasPlace ? draft.stage(text('stage')) : undefined;
    const stepId: StepId | undefined =
      stageId === undefined || text('step') === '' ? undefined : draft.step(stageId, text('step'));
    const number = (column: 'emotion' | 'value'): number | undefined => {
      const value = numberOf(text(column));
      if (value === undefined && text(column) !== '')
        notes.push({ type: 'NotANumber', line, column, found: text(column) });
      return value;
    };
    const feeling = number('emotion');
    const value = number('value');
    if (feeling !== undefined && stepId !== undefined) {
      const laneId = draft.lane(
        text('lane') === '' ? laneKindNames.emotion[language] : text('lane'),
        'emotion',
      );
      const name = text('persona') === '' ? importedNames.customer[language] : text('persona');
      draft.emotion(laneId, draft.persona(name), stepId, toEmotion(feeling), cells.get('card'));
      continue;
    }
    if (text('metric') !== '' && value !== undefined) {
      draft.measurement({
        metric: metricKey(text('metric'), draft, ownMetrics),
        on: stepId === undefined ? { map: true } : { stepId },
        value: text('unit') === '%' && value > 1 ? value / 100 : value,
        ...(text('unit') === '' || text('unit') === '%' ? {} : { unit: text('unit') }),
        source: {
          kind: 'measured',
          reference: fileName.slice(0, 1_000),
          ownerName: text('owner').slice(0, 1_000),
        },
      });
      continue;
    }
    const channel = channelOf(text('channel'));
    if (!cells.has('card') && channel === undefined) continue;
    const kind = kindOfRow(text('type'), text('lane'));
    const laneTitle = text('lane') === '' ? laneKindNames[kind][language] : text('lane');
    const laneId: LaneId | undefined =
      stepId === undefined && text('lane') === '' ? undefined : draft.lane(laneTitle, kind);
    draft.card(laneId, stepId, cells.get('card') ?? '', {
      ...(channel === undefined ? {} : { touchpoint: { channel } }),
      ...(kind === 'opportunities' && text('owner') !== ''
        ? { opportunity: { impact: 3, effort: 3, ownerName: text('owner').slice(0, 1_000), status: 'idea' } }
        : {}),
    });
  }
}

function readGrid(rows: readonly Row[], draft: DraftMap, language: Language, notes: ImportNote[]): void {
  const [first = [], second = []] = rows;
  const blank = (field: string | undefined): boolean => field === undefined || field.trim() === '';
  const hasStages = blank(second[0]) && second.slice(1).some((field) => !blank(field));
  const stepRow = hasStages ? second : first;
  const body = rows.slice(hasStages ? 2 : 1);
  const width = Math.max(...rows.map((row) => row.length));
  let stageId: StageId | undefined;
  const stepIds: (StepId | undefined)[] = [];
  for (let i = 1; i < width; i++) {
    if (hasStages && !blank(first[i])) stageId = draft.stage(first[i]!.trim());
    stageId ??= draft.stage('');
    const used = !blank(stepRow[i]) || body.some((row) => !blank(row[i]));
    stepIds[i] = used ? draft.step(stageId, blank(stepRow[i]) ? String(i) : stepRow[i]!.trim()) : undefined;
  }
  let title = '';
  body.forEach((row, i) => {
    if (row.every(blank)) return;
    if (!blank(row[0])) title = row[0]!.trim();
    const line = i + (hasStages ? 3 : 2);
    const [head = '', person] = title.split(/[:\uFF1A]\s*/, 2);
    const numbers = row.slice(1).flatMap((field) => numberOf(field) ?? []);
    if (laneKindOfTitle(head) === 'emotion' && numbers.length > 0) {
      const laneId = draft.lane(head, 'emotion');
      const personaId = draft.persona(person ?? importedNames.customer[language]);
      const toEmotion = emotionScale(numbers, line, notes);
      row.forEach((field, k) => {
        const value = k === 0 ? undefined : numberOf(field);
        if (value !== undefined) draft.emotion(laneId, personaId, stepIds[k]!, toEmotion(value));
        else if (k > 0 && !blank(field)) draft.card(laneId, stepIds[k], field);
      });
      return;
    }
    const laneId = draft.lane(title, laneKindOfTitle(title));
    row.forEach((field, k) => {
      if (k > 0 && !blank(field)) draft.card(laneId, stepIds[k], field);
    });
  });
}

/** -2..2 as we write it; a table with greater values is read as 1..5, or 1..10, throughout. */
function emotionScale(
  values: readonly number[],
  line: number,
  notes: ImportNote[],
): (value: number) => number {
  const most = Math.max(0, ...values.map(Math.abs));
  const limited = (value: number): number => Math.min(1, Math.max(-1, value));
  if (most <= 2) return (value) => limited(value / 2);
  const top = most <= 5 && Math.min(...values) >= 0 ? 5 : 10;
  notes.push({ type: 'EmotionScale', line, top });
  return (value) => limited(((value - 1) / (top - 1)) * 2 - 1);
}

/** `12`, `1.5`, `1,5`, `71 %` as .71. */
function numberOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  const match = /^([+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?)\s*(%?)$/i.exec(plain);
  if (match === null) return undefined;
  const value = Number(match[1]!.replace(',', '.'));
  return match[2] === '%' ? value / 100 : value;
}

function kindOfRow(type: string, lane: string): LaneKind {
  const named = laneKinds.find((kind) => kind === type);
  if (named !== undefined) return named;
  const byType = laneKindOfTitle(type);
  return byType === 'text' ? laneKindOfTitle(lane) : byType;
}

function channelOf(text: string): Channel | undefined {
  if (text === '') return undefined;
  const asked = text.toLowerCase();
  return channels.find(
    (channel) =>
      channel.toLowerCase() === asked ||
      languages.some((language) => channelNames[channel][language].toLowerCase() === asked),
  );
}

/** The key of a metric of the catalogue, by key, other name or title; a metric of the map's own otherwise. */
function metricKey(name: string, draft: DraftMap, own: Map<string, string>): string {
  const asked = name.toLowerCase();
  const listed =
    catalogueMetric(name) ??
    metricTable.find((metric) =>
      languages.some((language) => metric.title[language].toLowerCase() === asked),
    );
  if (listed !== undefined) return listed.id;
  const isKey = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name);
  const key = own.get(name) ?? (isKey ? name : `imported${own.size + 1}`);
  own.set(name, key);
  draft.metric({
    id: key,
    title: name.slice(0, 1_000),
    unit: '',
    range: {},
    direction: 'higher',
    estimator: 'mean',
  });
  return key;
}
