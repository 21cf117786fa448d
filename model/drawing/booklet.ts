import { layoutSizes as sizes, textStyles, type TextStyle } from '../layout/layoutSizes.ts';
import { oneLine } from '../layout/textLines.ts';
import type { TextMeasure } from '../layout/textMeasure.ts';
import type { MapLayout } from '../layout/mapLayout.ts';
import type { ShownParts } from '../layout/layoutOptions.ts';
import type { CardId, LaneId, StepId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { documentWords } from '../text/documentWords.ts';
import { documentDate } from './documentDate.ts';
import { group, type Drawing, type Mark } from './drawing.ts';
import { legendMarks } from './legend.ts';
import type { PageOfCard } from './offPageSigns.ts';
import type { Page, PagedDrawing } from './pagedDrawing.ts';
import { landscape, paperSizes, pointsOfMm, type PaperSize } from './paper.ts';
import { flowPages, type FlowBlock } from './textFlow.ts';

export interface BookletOptions {
  readonly measure: TextMeasure;
  /** A4 landscape when left out. */
  readonly paper?: PaperSize;
  readonly marginMm?: number;
  readonly planTitle?: string;
  /** After the map: forecast, numbers, evidence. */
  readonly appendix: readonly FlowBlock[];
}

/** The map, or the part of it that stands on one page. */
export interface MapPart {
  layout(part: ShownParts): MapLayout;
  draw(part: ShownParts, more: { readonly laneBookmarks: boolean; readonly pageOf: PageOfCard }): Drawing;
}

/** On a page of a booklet a map unit is this many points, so that the smallest text has 6.5 pt. */
const pointsPerUnit = 0.62;
const footHeight = 16;

/** Cover, the map over as many pages as it needs with rail and steps repeated, then the appendix. */
export function booklet(map: JourneyMap, part: MapPart, options: BookletOptions): PagedDrawing {
  const paper = options.paper ?? landscape(paperSizes.A4);
  const sheet = sheetOf(paper, options.marginMm);
  const cover = flowPages(coverBlocks(map), sheet, options.measure).map((marks, i, all) =>
    i === all.length - 1 ? [...marks, legendOf(map, sheet, options)] : marks,
  );
  const bodies: readonly (readonly Mark[])[] = [
    ...cover,
    ...mapPages(map, part, sheet, cover.length),
    ...(options.appendix.length === 0 ? [] : flowPages(options.appendix, sheet, options.measure)),
  ];
  return {
    title: map.title,
    language: map.language,
    date: documentDate(map),
    pages: bodies.map((marks, i) => pageOf(marks, i, bodies.length, map, sheet, options.measure)),
  };
}

/** A page with its frame: everything between the margins and above the foot. */
interface BookletSheet {
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly margin: number;
  readonly width: number;
  readonly height: number;
}

function sheetOf(paper: PaperSize, marginMm = 12): BookletSheet {
  const margin = pointsOfMm(marginMm);
  const pageWidth = pointsOfMm(paper.widthMm);
  const pageHeight = pointsOfMm(paper.heightMm);
  return {
    pageWidth,
    pageHeight,
    margin,
    width: Math.max(100, pageWidth - 2 * margin),
    height: Math.max(60, pageHeight - 2 * margin - footHeight),
  };
}

const footStyle: TextStyle = { size: 8, weight: 400, lineHeight: 10 };

function pageOf(
  marks: readonly Mark[],
  index: number,
  count: number,
  map: JourneyMap,
  sheet: BookletSheet,
  measure: TextMeasure,
): Page {
  const words = documentWords[map.language];
  const y = sheet.pageHeight - sheet.margin - footStyle.lineHeight;
  const foot = (text: string, x: number, align?: 'right'): Mark => ({
    type: 'text',
    x,
    y,
    lines: [oneLine(text, sheet.width * 0.7, footStyle, measure)],
    style: footStyle,
    colour: 'ink-faint',
    ...(align === undefined ? {} : { align }),
  });
  return {
    width: sheet.pageWidth,
    height: sheet.pageHeight,
    marks: [
      group(marks, { at: { x: sheet.margin, y: sheet.margin } }),
      group(
        [
          ...(map.title === '' ? [] : [foot(map.title, sheet.margin)]),
          foot(words.page(index + 1, count), sheet.pageWidth - sheet.margin, 'right'),
        ],
        { meaning: { role: 'artifact' } },
      ),
    ],
  };
}

function coverBlocks(map: JourneyMap): readonly FlowBlock[] {
  const words = documentWords[map.language];
  const { scope } = map;
  const facts = [
    [words.scenario, scope.scenario],
    [words.goal, scope.goal],
    [words.starts, scope.startTrigger],
    [words.ends, scope.endTrigger],
    [words.owner, scope.ownerName],
    [words.review, scope.reviewDate ?? ''],
  ] as const;
  const shown = facts.filter(([, value]) => value.trim() !== '');
  return [
    { type: 'heading', level: 1, text: map.title === '' ? 'Throughline' : map.title },
    {
      type: 'paragraph',
      text: scope.state === 'asIs' ? words.asIs : words.toBe,
      colour: 'ink-secondary',
    },
    ...(map.description === '' ? [] : [{ type: 'paragraph' as const, text: map.description }]),
    ...shown.flatMap(([name, value]): FlowBlock[] => [
      { type: 'heading', level: 3, text: name },
      { type: 'paragraph', text: value },
    ]),
    ...(map.personas.length === 0
      ? []
      : [
          { type: 'heading' as const, level: 3 as const, text: words.personas },
          {
            type: 'table' as const,
            head: [words.personas, words.share, words.quote, words.goal],
            widths: [0.2, 0.1, 0.35, 0.35],
            rows: map.personas.map((persona) => [
              persona.name,
              `${Math.round(persona.share * 100)} %`,
              persona.quote,
              persona.goals,
            ]),
          },
        ]),
  ];
}

function legendOf(map: JourneyMap, sheet: BookletSheet, options: BookletOptions): Mark {
  return group(legendMarks(map, map.language, options.measure, options.planTitle), {
    at: { x: 0, y: sheet.height - textStyles.small.lineHeight },
    scale: 0.9,
  });
}

/** Steps are dealt out evenly over pages, and where the lanes are too high for one page, the lanes too. */
function mapPages(
  map: JourneyMap,
  part: MapPart,
  sheet: BookletSheet,
  pagesBefore: number,
): readonly (readonly Mark[])[] {
  const room = { width: sheet.width / pointsPerUnit, height: sheet.height / pointsPerUnit };
  const railWidth = sizes.railWidth + sizes.railGap;
  const most = Math.max(1, Math.floor((room.width - railWidth) / sizes.stepWidth));
  const shownSteps = part.layout({}).columns.map((column) => column.stepId);
  const pagesAcross = Math.max(1, Math.ceil(shownSteps.length / most));
  const perPage = Math.ceil(shownSteps.length / pagesAcross);
  const stepWidth =
    perPage === 0 ? sizes.stepWidth : Math.floor((room.width - railWidth) / Math.max(perPage, 4));
  const columnParts = Array.from({ length: pagesAcross }, (_, i): ShownParts => {
    const stepIds: ReadonlySet<StepId> = new Set(shownSteps.slice(i * perPage, (i + 1) * perPage));
    return shownSteps.length === 0 ? { stepWidth } : { stepIds, stepWidth };
  });
  const laneParts = laneGroups(
    columnParts.map((shown) => part.layout(shown)),
    room.height,
  );
  const pageOf = pagesOfCards(map, columnParts, laneParts, pagesBefore);
  return columnParts.flatMap((shown, i) =>
    laneParts.map((laneIds) => {
      const drawing = part.draw({ ...shown, pageLaneIds: laneIds }, { laneBookmarks: i === 0, pageOf });
      const scale = Math.min(pointsPerUnit, sheet.width / drawing.width, sheet.height / drawing.height);
      return [group(drawing.marks, { scale })];
    }),
  );
}

/** Pages go down the lanes first, then along the steps. */
function pagesOfCards(
  map: JourneyMap,
  columnParts: readonly ShownParts[],
  laneParts: readonly ReadonlySet<LaneId>[],
  pagesBefore: number,
): PageOfCard {
  const pages = new Map<CardId, number>();
  for (const { id, stepId, laneId } of map.cards) {
    if (stepId === undefined || laneId === undefined) continue;
    const across = columnParts.findIndex((part) => part.stepIds?.has(stepId) === true);
    const down = laneParts.findIndex((part) => part.has(laneId));
    if (across >= 0 && down >= 0) pages.set(id, pagesBefore + across * laneParts.length + down + 1);
  }
  return (cardId) => pages.get(cardId);
}

/** Neighbouring lanes that fit on a page together under the headers, the same on every page across. */
function laneGroups(layouts: readonly MapLayout[], height: number): readonly ReadonlySet<LaneId>[] {
  const top = Math.max(...layouts.map(({ header }) => header.stepY + header.stepHeight + sizes.headerGap));
  const groups: LaneId[][] = [[]];
  let used = top;
  layouts[0]?.rows.forEach((row, i) => {
    const highest = Math.max(...layouts.map((layout) => layout.rows[i]?.height ?? 0));
    const needed = highest + sizes.lineGap;
    if (used > top && used + needed > height) {
      groups.push([]);
      used = top;
    }
    groups.at(-1)?.push(row.laneId);
    used += needed;
  });
  return groups.map((each) => new Set(each));
}
