import { z } from 'zod';
import { title } from './fields.ts';
import { laneIdSchema } from './ids.ts';

export const laneKinds = [
  'text',
  'thoughts',
  'touchpoints',
  'emotion',
  'arc',
  'painPoints',
  'opportunities',
  'solutions',
  'images',
  'metrics',
  'time',
  'evidence',
  'customerActions',
  'frontstagePeople',
  'frontstageTechnology',
  'backstagePeople',
  'backstageTechnology',
  'support',
  'policy',
  'notes',
] as const;

/** What a row shows; it decides the look and the editor of the row. */
export const laneKindSchema = z.enum(laneKinds);
export type LaneKind = z.infer<typeof laneKindSchema>;

/** Lanes whose cells show something else than cards. */
export const lanesWithoutCards: ReadonlySet<LaneKind> = new Set(['emotion', 'metrics', 'arc']);

export const laneRoles = ['evidence', 'customer', 'frontstage', 'backstage', 'support', 'none'] as const;

/** Where a row stands in a service blueprint; the blueprint lines are derived from it (blueprintLines.ts). */
export const laneRoleSchema = z.enum(laneRoles);
export type LaneRole = z.infer<typeof laneRoleSchema>;

export const laneSchema = z
  .strictObject({
    id: laneIdSchema,
    kind: laneKindSchema,
    role: laneRoleSchema.default('none'),
    title,
    collapsed: z.boolean().default(false),
    /** Least height of the row in map units, 24..2000; left out: as high as its content needs. */
    height: z.number().min(24).max(2_000).optional(),
  })
  .readonly();

export type Lane = z.infer<typeof laneSchema>;

/** The role a new lane of a kind starts with. */
export const usualRole: Readonly<Record<LaneKind, LaneRole>> = {
  text: 'none',
  thoughts: 'none',
  touchpoints: 'none',
  emotion: 'none',
  arc: 'none',
  painPoints: 'none',
  opportunities: 'none',
  solutions: 'none',
  images: 'none',
  metrics: 'none',
  time: 'none',
  evidence: 'evidence',
  customerActions: 'customer',
  frontstagePeople: 'frontstage',
  frontstageTechnology: 'frontstage',
  backstagePeople: 'backstage',
  backstageTechnology: 'backstage',
  support: 'support',
  policy: 'support',
  notes: 'none',
};
