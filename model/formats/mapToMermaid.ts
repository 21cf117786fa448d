import { indexMap } from '../map/mapIndex.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { encodeMermaidActor, encodeMermaidName, encodeMermaidText } from './mermaidText.ts';

/**
 * A map as a Mermaid `journey`, which every Mermaid reads. A step takes the emotion of the first persona that has one
 * there, and 3 (neutral) where none has; all who feel something there are its actors. Cards have no place in it.
 */
export function mapToMermaid(map: JourneyMap): string {
  const { personasById } = indexMap(map);
  const personaOrder = new Map(map.personas.map((persona, i) => [persona.id, i]));
  const lines = ['journey'];
  if (map.title.trim() !== '') lines.push(`  title ${encodeMermaidText(map.title)}`);
  if (map.description.trim() !== '') lines.push(`  accDescr: ${encodeMermaidText(map.description)}`);
  let sectionBefore: string | undefined;
  for (const stage of map.stages) {
    const section = encodeMermaidName(stage.title);
    if (section !== sectionBefore) lines.push(`  section ${section}`);
    sectionBefore = section;
    for (const step of map.steps.filter((each) => each.stageId === stage.id)) {
      const felt = map.emotions
        .filter((emotion) => emotion.stepId === step.id)
        .sort((a, b) => personaOrder.get(a.personaId)! - personaOrder.get(b.personaId)!);
      const actors = [...new Set(felt.map((emotion) => personasById.get(emotion.personaId)?.name ?? ''))]
        .filter((name) => name.trim() !== '')
        .map(encodeMermaidActor);
      const score = Math.round(((felt[0]?.value ?? 0) * 2 + 3) * 1e6) / 1e6;
      const who = actors.length === 0 ? '' : `: ${actors.join(', ')}`;
      lines.push(`    ${encodeMermaidName(step.title)}: ${score}${who}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
