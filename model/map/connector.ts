import { z } from 'zod';
import { title } from './fields.ts';
import { cardIdSchema, connectorIdSchema } from './ids.ts';

/** An arrow from card to card. */
export const connectorSchema = z
  .strictObject({
    id: connectorIdSchema,
    fromCardId: cardIdSchema,
    toCardId: cardIdSchema,
    /** `triggers` is drawn; `needs` is a dependency, drawn on demand. */
    kind: z.enum(['triggers', 'needs']).default('triggers'),
    heads: z.enum(['one', 'both']).default('one'),
    label: title.default(''),
  })
  .readonly();

export type Connector = z.infer<typeof connectorSchema>;
