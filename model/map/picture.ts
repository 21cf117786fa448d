import { z } from 'zod';
import { text } from './fields.ts';

/** A picture stands once in a map, under the SHA-256 of its bytes; cards and personas name it by hash. */
export const pictureSchema = z
  .strictObject({
    hash: z.string().regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256 in 64 hexadecimal digits' }),
    mime: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/gif']),
    /** Size in pixels. */
    width: z.int().min(1).max(20_000),
    height: z.int().min(1).max(20_000),
    /** Alternative text for those who cannot see it. */
    alt: text.default(''),
    /** The bytes in base64: in a map's file only; the stores keep them apart. */
    bytes: z.base64().max(16_000_000).optional(),
  })
  .readonly();

export type Picture = z.infer<typeof pictureSchema>;
