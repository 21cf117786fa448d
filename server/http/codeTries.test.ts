import { expect, it } from 'vitest';
import { CodeTries } from './codeTries.ts';
import { Refusal } from './refusal.ts';

it('[R25] wrong codes are counted an address and over all, right ones are not, and after a minute one may try again', () => {
  let now = 0;
  const tries = new CodeTries(() => now);
  for (let i = 0; i < 50; i++) tries.refuseIfTooMany('a room full of people');
  for (let address = 0; address < 30; address++)
    for (let i = 0; i < 10; i++) {
      tries.refuseIfTooMany(`address ${address}`);
      tries.wrong(`address ${address}`);
    }
  expect(() => tries.refuseIfTooMany('somebody new')).toThrow(Refusal);
  now = 60_000;
  tries.refuseIfTooMany('somebody new');
  tries.refuseIfTooMany('address 0');
});
