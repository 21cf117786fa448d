import * as encoding from 'lib0/encoding';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeCodes, closeReason, isRetryable } from './closeCodes.ts';
import { documentName, parseDocumentName } from './documentNames.ts';
import { may, mayReadTalk, rights, roles, strongerRole } from './roles.ts';
import { socketProtocols, ticketOfProtocols } from './tickets.ts';
import { decodeMark, decodeSaved, encodeMark, encodeSaved, messageTypes } from './wire.ts';

const natural = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

describe('frames', () => {
  it('[W1] marks and their answers survive the way there and back, in the number format of lib0', () => {
    fc.assert(
      fc.property(natural, natural, (mark, sequence) => {
        const byLib0 = encoding.createEncoder();
        encoding.writeVarUint(byLib0, messageTypes.saved);
        encoding.writeVarUint(byLib0, mark);
        encoding.writeVarUint(byLib0, sequence);
        expect(encodeSaved({ mark, sequence })).toEqual(encoding.toUint8Array(byLib0));
        expect(decodeSaved(encodeSaved({ mark, sequence }))).toEqual({ mark, sequence });
        expect(decodeMark(encodeMark(mark))).toBe(mark);
      }),
    );
  });

  it('[W1] any other bytes are no mark and no answer, and never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const mark = decodeMark(bytes);
        if (mark !== undefined) expect(encodeMark(mark)[0]).toBe(messageTypes.mark);
        decodeSaved(bytes);
      }),
    );
    expect(decodeMark(encodeSaved({ mark: 1, sequence: 2 }))).toBeUndefined();
    expect(decodeMark(Uint8Array.of(messageTypes.mark, 255))).toBeUndefined();
  });
});

describe('names and codes', () => {
  it('[W2] a document name names the map, its talk or its session, and nothing else', () => {
    for (const kind of ['map', 'talk', 'session'] as const) {
      const address = parseDocumentName(documentName({ ...parseDocumentName('map_a-1')!, kind }));
      expect(address).toEqual({ mapId: 'map_a-1', kind });
    }
    for (const wrong of [
      '',
      'map_',
      'card_a',
      'map_a/',
      'map_a/notes',
      'map_a/talk/x',
      '../map_a',
      'map_a%2f',
    ])
      expect(parseDocumentName(wrong), wrong).toBeUndefined();
  });

  it('[W3] every close code has one name, and only 4400-4499 are final', () => {
    for (const [name, code] of Object.entries(closeCodes)) {
      expect(closeReason(code)).toBe(name);
      expect(isRetryable(code)).toBe(code >= 4500);
    }
    expect(isRetryable(1006)).toBe(true);
  });

  it('[W4] the ticket travels as a subprotocol beside our own', () => {
    expect(ticketOfProtocols(socketProtocols('abc.def'))).toBe('abc.def');
    expect(ticketOfProtocols(['y-websocket'])).toBeUndefined();
  });
});

describe('roles', () => {
  it('[R1] the table of rights is the one of the specification', () => {
    const table = Object.fromEntries(
      roles.map((role) => [
        role,
        Object.keys(rights).filter((right) => may(role, right as keyof typeof rights)),
      ]),
    );
    expect(table).toEqual({
      owner: Object.keys(rights),
      editor: Object.keys(rights).filter((right) => right !== 'manageMap'),
      commenter: ['readMap', 'readTalk', 'comment', 'readSession', 'contributeToSession'],
      viewer: ['readMap', 'readSession'],
      participant: ['readMap', 'readSession', 'contributeToSession'],
    });
    expect(mayReadTalk('viewer', true)).toBe(true);
    expect(mayReadTalk('viewer', false)).toBe(false);
    expect(mayReadTalk('participant', true)).toBe(false);
  });

  it('[R2] of two grants the stronger counts', () => {
    expect(strongerRole('viewer', 'editor')).toBe('editor');
    expect(strongerRole(undefined, 'viewer')).toBe('viewer');
    expect(strongerRole(undefined, undefined)).toBeUndefined();
  });
});
