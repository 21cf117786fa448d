import type { Card } from '../../map/card.ts';
import type { CardId } from '../../map/ids.ts';
import { lanesWithoutCards } from '../../map/lane.ts';
import { newId } from '../../map/newId.ts';
import { err, ok, type Result } from '../../result.ts';
import type { StoredRecord } from '../readRecord.ts';
import { appendCopies, connectorsAmongCopies } from './appendCopies.ts';
import type { CardTarget, Command, Refusal } from './command.ts';
import {
  all,
  type CommandContext,
  complete,
  firstMissing,
  placeInRow,
  rowOf,
  withId,
  type Writes,
} from './context.ts';
import { moveInRow } from './moveInRow.ts';

type CardCommand = Extract<
  Command,
  {
    readonly type:
      | 'insertCards'
      | 'moveCards'
      | 'duplicateCards'
      | 'deleteCards'
      | 'convertCards'
      | 'pasteCells';
  }
>;

export function cardCommand(command: CardCommand, context: CommandContext): Result<Writes, Refusal> {
  switch (command.type) {
    case 'insertCards': {
      const missing = missingTarget(context, command.to);
      if (missing !== undefined) return err(missing);
      const cell = cellOf(command.to);
      const cards = all(
        command.cards.map((card) => complete('cards', { ...withId('cards', card, context.random), ...cell })),
      );
      if (!cards.ok) return cards;
      const { places, repair } = placeInRow(
        'cards',
        cardsAt(context, command.to),
        cards.value,
        beforeOf(command.to),
        context,
      );
      return ok((writer) => {
        cards.value.forEach((card, i) => writer.create('cards', card, places[i]!));
        repair(writer);
        return cards.value.map((card) => card.id);
      });
    }
    case 'moveCards': {
      const missing = firstMissing(context, 'cards', command.cardIds) ?? missingTarget(context, command.to);
      if (missing !== undefined) return err(missing);
      const { cardIds: ids, to } = command;
      const row = cardsAt(context, to, new Set(ids));
      return ok(moveInRow('cards', { ids, row, place: cellOf(to), before: beforeOf(to) }, context));
    }
    case 'duplicateCards': {
      const missing = firstMissing(context, 'cards', command.cardIds);
      if (missing !== undefined) return err(missing);
      const copies = command.cardIds.map((id) => {
        const card = context.reader.record('cards', id)!;
        return { original: id, copy: copyOf(card, newId('card', context.random)) };
      });
      return ok((writer) => {
        for (const { original, copy } of copies) {
          const target = targetOf(copy);
          const row = cardsAt(context, target);
          const after = row[row.findIndex((entry) => entry.id === original) + 1]?.id;
          const { places, repair } = placeInRow('cards', row, [copy], after, context);
          writer.create('cards', copy, places[0]!);
          repair(writer);
        }
        const { connectors } = context.reader.map();
        const copyOfCard = new Map(copies.map(({ original, copy }) => [original, copy.id]));
        appendCopies('connectors', connectorsAmongCopies(connectors, copyOfCard, context), context, writer);
        return copies.map(({ copy }) => copy.id);
      });
    }
    case 'deleteCards': {
      const missing = firstMissing(context, 'cards', command.cardIds);
      if (missing !== undefined) return err(missing);
      return ok((writer) => {
        for (const id of command.cardIds) writer.remove('cards', id);
        return [];
      });
    }
    case 'convertCards':
      return convertCards(command, context);
    case 'pasteCells':
      return pasteCells(command, context);
  }
}

type Conversion = Extract<Command, { readonly type: 'convertCards' }>;

const laneKindFor = { painPoint: 'painPoints', opportunity: 'opportunities', note: 'notes' } as const;

/** What makes a card what it becomes; a new pain point or opportunity starts in the middle of each scale. */
function convertedFields(card: Card, to: Conversion['to']): Pick<Card, 'painPoint' | 'opportunity'> {
  switch (to) {
    case 'painPoint':
      return { painPoint: card.painPoint ?? { severity: 3 } };
    case 'opportunity':
      return {
        opportunity: card.opportunity ?? { impact: 3, effort: 3, ownerName: '', status: 'idea' },
      };
    case 'note':
      return {};
  }
}

function convertCards({ cardIds, to }: Conversion, context: CommandContext): Result<Writes, Refusal> {
  const { reader } = context;
  const missing = firstMissing(context, 'cards', cardIds);
  if (missing !== undefined) return err(missing);
  const cards = cardIds.map((id) => reader.record('cards', id)!);
  const lane = reader.map().lanes.find(({ kind }) => kind === laneKindFor[to]);
  const cells = reader.map().steps.flatMap(({ id: stepId }) => {
    const moved = cards.filter((card) => card.stepId === stepId && card.laneId !== lane?.id);
    return lane === undefined || moved.length === 0 ? [] : [{ moved, cell: { laneId: lane.id, stepId } }];
  });
  return ok((writer) => {
    for (const card of cards)
      writer.update('cards', card.id, convertedFields(card, to), ['painPoint', 'opportunity']);
    for (const { moved, cell } of cells) {
      const places = moved.map(() => cell);
      const placed = placeInRow('cards', cardsAt(context, cell), places, undefined, context);
      moved.forEach((card, i) => writer.move('cards', card.id, placed.places[i]!));
      placed.repair(writer);
    }
    return [];
  });
}

function pasteCells(
  { rows, to }: Extract<Command, { readonly type: 'pasteCells' }>,
  context: CommandContext,
): Result<Writes, Refusal> {
  const missing = missingTarget(context, to);
  if (missing !== undefined) return err(missing);
  const map = context.reader.map();
  const { steps } = map;
  const lanes = map.lanes.filter((lane) => !lanesWithoutCards.has(lane.kind) || lane.id === to.laneId);
  const firstLane = lanes.findIndex((lane) => lane.id === to.laneId);
  const firstStep = steps.findIndex((step) => step.id === to.stepId);
  const cells = rows.flatMap((row, down) =>
    row.map(
      (cards, right): { readonly target: CardTarget; readonly cards: Result<readonly Card[], Refusal> } => {
        const lane = lanes[firstLane + down];
        const step = steps[firstStep + right];
        const target: CardTarget =
          lane === undefined || step === undefined ? { tray: true } : { laneId: lane.id, stepId: step.id };
        return {
          target,
          cards: all(
            cards.map((card) =>
              complete('cards', {
                ...card,
                // A span that would leave the map on the right is one step.
                span: 1,
                id: newId('card', context.random),
                ...cellOf(target),
              }),
            ),
          ),
        };
      },
    ),
  );
  const refused = cells.find(({ cards }) => !cards.ok)?.cards;
  if (refused !== undefined && !refused.ok) return refused;
  return ok((writer) =>
    cells.flatMap(({ target, cards }) => {
      if (!cards.ok) return [];
      const { places, repair } = placeInRow(
        'cards',
        cardsAt(context, target),
        cards.value,
        undefined,
        context,
      );
      cards.value.forEach((card, i) => writer.create('cards', card, places[i]!));
      repair(writer);
      return cards.value.map((card) => card.id);
    }),
  );
}

/** How far a copied loose note lies from its original, in map units. */
const copyOffset = 16;

function copyOf(card: Card, id: CardId): Card {
  const { position } = card;
  if (position === undefined) return { ...card, id };
  return { ...card, id, position: { x: position.x + copyOffset, y: position.y + copyOffset } };
}

function missingTarget(context: CommandContext, to: CardTarget): Refusal | undefined {
  if ('position' in to) return undefined;
  const before = firstMissing(context, 'cards', [to.beforeCardId]);
  if (!('laneId' in to)) return before;
  return firstMissing(context, 'lanes', [to.laneId]) ?? firstMissing(context, 'steps', [to.stepId]) ?? before;
}

const beforeOf = (to: CardTarget): CardId | undefined => ('position' in to ? undefined : to.beforeCardId);

/** The fields of a card that stands at the target. */
function cellOf(to: CardTarget): Pick<Card, 'laneId' | 'stepId' | 'position'> {
  if ('position' in to) return { position: to.position };
  return 'laneId' in to ? { laneId: to.laneId, stepId: to.stepId } : {};
}

export function targetOf(card: Card): CardTarget {
  if (card.laneId !== undefined && card.stepId !== undefined)
    return { laneId: card.laneId, stepId: card.stepId };
  return card.position === undefined ? { tray: true } : { position: card.position };
}

/** The stored cards of a cell, of the tray, or all loose ones. */
function cardsAt(
  context: CommandContext,
  to: CardTarget,
  without: ReadonlySet<string> = new Set(),
): readonly StoredRecord<'cards'>[] {
  return rowOf(
    context,
    'cards',
    (card) => {
      if ('laneId' in to) return card.laneId === to.laneId && card.stepId === to.stepId;
      return card.laneId === undefined && 'position' in to === (card.position !== undefined);
    },
    without,
  );
}
