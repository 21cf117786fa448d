import { type ConfigError, optionHelp } from '../config.ts';
import type { ServeText } from './serveText.ts';

/** What a person reads when an option of the server's commands is wrong. */
export function configErrorText({ type, option, expected }: ConfigError, say: ServeText): string {
  if (type === 'WrongOption') return say.wrongOption(option, expected);
  const list = Object.entries(optionHelp).map(([name, help]) => `  --${name}  ${help}`);
  return say.unknownOption(option, list.join('\n'));
}
