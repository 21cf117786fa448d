import { describe, expect, it } from 'vitest';
import { languages } from '../map/language.ts';
import type { TraceNode } from '../quality/trace.ts';
import { assumptionText, formulaNames } from '../text/traceText.ts';
import { quickForecast } from './quickForecast.ts';
import { wrongParcel } from './testing/wrongParcel.ts';
import { tracePlan } from './tracePlan.ts';

const map = wrongParcel();
const [plan] = map.plans;
const [model] = map.qualityModels;
if (plan === undefined || model === undefined) throw new Error('the sample has a plan and a model');
const forecast = quickForecast(map, plan, { draws: 40 });
const trace = tracePlan(map, model, forecast);

const all = (node: TraceNode): readonly TraceNode[] => [node, ...node.inputs.flatMap(all)];

describe('the tree below a plan', () => {
  it('[K25] holds the index, its dimensions and indicators with the plan, the waits and the money', () => {
    const [index, ...others] = trace.root.inputs;
    expect(index?.value).toBe(forecast.index.plan?.value);
    expect(index?.inputs.map(({ value }) => value)).toEqual(
      forecast.dimensions.map(({ plan: banded }) => banded?.value),
    );
    expect(others.filter(({ of }) => of.kind === 'wait').map(({ value }) => value)).toEqual(
      forecast.steps.flatMap(({ wait }) =>
        wait !== undefined && wait.baseline.visitsPerDay > 0 ? [wait.plan.meanSeconds] : [],
      ),
    );
    const money = others.find(({ of }) => of.kind === 'money');
    expect(forecast.money?.ok === true && money?.value === forecast.money.value.netPresentValue.value).toBe(
      true,
    );
  });

  it('[K25] every indicator that moves names an effect, and what it is today', () => {
    const indicators = all(trace.root).filter(({ formula }) => formula === 'planned');
    const today = forecast.dimensions.flatMap(({ indicators: each }) => each);
    expect(indicators).toHaveLength(today.length);
    indicators.forEach((node, i) => {
      expect(node.inputs[0]?.of.kind).toBe('asIs');
      expect(node.inputs[0]?.value).toBe(today[i]?.baseline?.value ?? null);
      const moved = Math.abs(today[i]?.difference?.value ?? 0) > 1e-9;
      expect([node.of, moved && node.inputs.length < 2]).toEqual([node.of, false]);
    });
    // At least one of them goes down to an entered number.
    expect(all(trace.root).some(({ of }) => of.kind === 'measurement')).toBe(true);
  });

  it('[K25] every effect says what the lever claims, its grade and its evidence; grade E counts as an estimate', () => {
    const effects = all(trace.root).filter(({ of }) => of.kind === 'effect');
    expect(effects.length).toBeGreaterThan(3);
    for (const { assumptions } of effects) expect(assumptions[0]?.type).toBe('said');
    const ids = new Set(forecast.effects.flatMap(({ evidenceIds }) => evidenceIds));
    const claims = effects.flatMap(({ assumptions }) => assumptions.filter(({ type }) => type === 'claim'));
    expect(claims.length > 0).toBe(map.evidence.some(({ id }) => ids.has(id)));
    expect(trace.inputs).toBeGreaterThan(forecast.effects.length);
    expect(trace.estimates).toBeGreaterThan(0);
    const known = new Set(all(trace.root).map(({ id }) => id));
    expect(known.size).toBe(all(trace.root).length);
    for (const language of languages)
      for (const node of all(trace.root)) {
        expect(formulaNames[node.formula][language]).not.toBe('');
        for (const assumption of node.assumptions)
          expect(assumptionText(assumption, language).length).toBeGreaterThan(5);
      }
  });
});
