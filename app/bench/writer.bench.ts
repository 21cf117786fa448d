import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { TicketAnswer } from '../../model/protocol/api.ts';
import { socketProtocols } from '../../model/protocol/tickets.ts';
import { createSharedMap } from '../../model/sharedMap/sharedMap.ts';

/** Somebody without a browser who writes into a card: what a page does with an edit is measured apart from a second page. */
export interface Writer {
  /** Puts one more letter at the end of a card. */
  readonly write: (cardId: string) => void;
  readonly leave: () => void;
}

/** `link` is the address of a link that lets edit, `…/#join=` and its secret. */
export async function comeInToWrite(link: string): Promise<Writer> {
  const { origin, hash } = new URL(link);
  const answer = await fetch(`${origin}/api/tickets`, {
    method: 'POST',
    headers: { Origin: origin, 'Content-Type': 'application/json' },
    body: JSON.stringify({ secret: hash.replace('#join=', '') }),
  });
  const { document, ticket } = (await answer.json()) as TicketAnswer;
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/sync`, document, doc, {
    protocols: socketProtocols(ticket),
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
  });
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  const shared = createSharedMap(doc, { random: Math.random });
  return {
    write: (cardId) => {
      const text = shared.text('cards', cardId, 'text');
      text?.change(`${text.text()}x`, text.text().length + 1);
    },
    leave: () => {
      shared.close();
      provider.destroy();
    },
  };
}
