import { readFileSync } from 'node:fs';
import type { MapId, NodeId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { mapFromTemplate } from '../../model/map/mapFromTemplate.ts';
import { dropFile } from './dropFile.ts';
import { expect, openSampleMap, test } from './product.ts';

/** The service behind the map: numbers by hour, and what the queue formulas say to them as one types. */
test('[D32] more people at the fullest hour, and the figures beside the fields follow', async ({ owner }) => {
  await openSampleMap(owner);
  const panel = owner.getByRole('complementary', { name: 'Details' });
  await panel.getByRole('button', { name: 'Service behind the map' }).click();
  const dialog = owner.getByRole('dialog', { name: 'Service behind the map' });
  await expect(dialog.getByText(/^At 9 h: occupancy 92%/)).toBeVisible();

  const hour = dialog.getByRole('group', { name: 'People on duty in Chat team' }).getByRole('textbox').nth(9);
  await hour.fill('4');
  await hour.press('Enter');
  await expect(dialog.getByText(/^At 9 h: occupancy 92%/)).toHaveCount(0);
  await expect(hour).toHaveAccessibleName(/9 h: occupancy \d\d%, wait \d+ s/);
  await hour.press('ArrowUp');
  await expect(hour).toHaveValue('5');

  // A share of one route scales the others: together they stay the whole.
  await dialog.getByRole('tab', { name: 'Work' }).click();
  await dialog.getByRole('button', { name: /^Chat team/ }).click();
  const shares = dialog.getByRole('textbox', { name: /^Share of route/ });
  await shares.first().fill('50');
  await shares.first().press('Enter');
  await expect
    .poll(async () => {
      const values = await shares.evaluateAll((fields) =>
        fields.map((field) => Number((field as HTMLInputElement).value)),
      );
      return Math.round(values.reduce((sum, value) => sum + value, 0));
    })
    .toBe(100);

  await owner.keyboard.press('Escape');
  await owner.getByRole('group', { name: /^Sign-in page/ }).click();
  for (let i = 0; i < 3; i += 1) await owner.keyboard.press('ControlOrMeta+z');
  // The forecast that the undo brings may move the button away under a press.
  await expect(async () => {
    await panel.getByRole('button', { name: 'Service behind the map' }).click();
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(dialog.getByText(/^At 9 h: occupancy 92%/)).toBeVisible();
});

test('[K18] a forecast is frozen, what came is written down, and the ledger says whether it held', async ({
  owner,
}) => {
  await openSampleMap(owner);
  const panel = owner.getByRole('complementary', { name: 'Details' });
  await panel.getByRole('switch', { name: 'Show the plan on the map' }).click();
  await expect(panel.getByText(/likely 7\d – 7\d/).first()).toBeVisible();
  await expect(panel.getByText('chance that it pays for itself')).toBeVisible();
  await panel.getByRole('button', { name: 'Figures of the business' }).click();
  await owner.getByLabel('Customers who stay a year').fill('170');
  await owner.getByRole('button', { name: 'Save' }).click();
  await expect(owner.getByText('Expected 0 to 100 %.')).toBeVisible();
  await owner.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'More for “Answer faster”' }).click();
  await owner.getByRole('menuitem', { name: 'Prediction ledger' }).click();
  const dialog = owner.getByRole('dialog', { name: 'Prediction ledger' });
  await dialog.getByRole('button', { name: 'Freeze the shown forecast' }).click();
  await expect(dialog.getByText('made of today’s numbers')).toBeVisible();

  const index = dialog.getByRole('textbox', { name: 'What came for Index' });
  await index.fill('73');
  await index.press('Enter');
  const efficiency = dialog.getByRole('textbox', { name: 'What came for Service efficiency' });
  await efficiency.fill('20');
  await efficiency.press('Enter');
  await expect(dialog.getByRole('row', { name: /^Index/ })).toContainText('inside');
  await expect(dialog.getByRole('row', { name: /^Service efficiency/ })).toContainText('outside');
  await expect(dialog.getByRole('status')).toContainText('2 values compared · 50% inside their bands');
});

type Service = Pick<JourneyMap, 'pools' | 'nodes' | 'arrivals'>;

/** What makes a service impossible to run, each with the sentence that says so and what to do. */
const troubles: readonly (readonly [sentence: RegExp, spoil: (service: Service) => Partial<Service>])[] = [
  [/Nobody arrives\. Say how many customers/, () => ({ arrivals: [] })],
  [
    /has no handle time\. Enter how many seconds/,
    ({ nodes }) => ({ nodes: changed(nodes, 'node_chat', { handle: undefined }) }),
  ],
  [
    /is done by people: name the pool/,
    ({ nodes }) => ({ nodes: changed(nodes, 'node_chat', { poolId: undefined }) }),
  ],
  [
    /add up to 120 %\. Lower them/,
    ({ nodes }) => ({ nodes: changed(nodes, 'node_confirm', { routes: [exit(0.6), exit(0.6)] }) }),
  ],
  [
    /Nobody can reach “Chat/,
    ({ nodes }) => ({
      nodes: nodes.map((node) => ({ ...node, routes: node.routes.filter(({ to }) => to !== 'node_chat') })),
    }),
  ],
  [
    /never leaves the service\. Add a route to the exit/,
    ({ nodes }) => ({
      nodes: changed(nodes, 'node_followUp', { routes: [{ ...exit(1), to: 'node_followUp' as NodeId }] }),
    }),
  ],
  [
    /nobody on duty at any hour\. Enter people by hour/,
    ({ pools }) => ({ pools: pools.map((pool) => ({ ...pool, agents: pool.agents.map(() => 0) })) }),
  ],
  [
    /so the queue would grow for ever\. Add people, or give the customers a patience/,
    ({ pools }) => ({
      pools: pools.map((pool) =>
        pool.id === 'pool_email' ? { ...pool, agents: pool.agents.map((people) => people / 3) } : pool,
      ),
    }),
  ],
];

const exit = (share: number) => ({ outcome: 'resolved', to: 'exit', share, afterSeconds: 0 }) as const;

const changed = (nodes: Service['nodes'], id: string, fields: object): Service['nodes'] =>
  nodes.map((node) => (node.id === id ? { ...node, ...fields } : node));

test('[D21] a service that cannot run says why and what to do, and keeps the engine from starting', async ({
  owner,
}) => {
  const template = mapFromTemplate(
    JSON.parse(readFileSync('templates/journeys/wrongParcel.json', 'utf8')) as object,
    'en',
    'map_trouble' as MapId,
  );
  if (!template.ok) throw new Error('the template is a map');
  for (const [i, [sentence, spoil]] of troubles.entries()) {
    const map = { ...template.value, ...spoil(template.value), id: `map_trouble${i}`, title: `Trouble ${i}` };
    await dropFile(owner, 'trouble.json', JSON.stringify(map));
    await owner.getByRole('grid').waitFor();
    await owner.getByRole('radio', { name: 'Plans' }).click();
    const results = owner.getByRole('region', { name: 'Results' });
    await expect(results.getByText(sentence).first()).toBeVisible();
    await expect(results.getByRole('button', { name: 'Simulate' })).toHaveCount(0);
    await results.getByRole('button', { name: 'Service behind the map' }).click();
    await expect(owner.getByRole('dialog').getByText(sentence).first()).toBeVisible();
    await owner.keyboard.press('Escape');
    await owner.goBack();
    await owner.getByRole('link', { name: new RegExp(`Trouble ${i}`) }).waitFor();
  }
});
