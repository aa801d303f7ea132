import type { BuildingId, SchemeId } from '../shared/plan/model.ts';
import type { RecordId } from '../shared/records/record.ts';
import { acceptanceProblemHere } from '../shared/rules/acceptance-problem.ts';
import { text } from '../shared/text.ts';
import { contentOf, knownVersion, noSuchVersion, schemeOf, stateOf } from './building-content.ts';
import { Explained } from './explained.ts';
import type { ServiceTable } from './service-table.ts';
import { stampAfter, stampOver } from './stamp.ts';
import type { Workshop } from './workshop.ts';

/** What is decided or told about a building, its schemes and versions: each a record of its own. */
export function decisionServices(
  workshop: Workshop,
): Pick<
  ServiceTable,
  'scheme.order' | 'milestone.mark' | 'survey.answer' | 'contact.record' | 'derogation.record'
> {
  const { library, settings } = workshop;
  const content = (building: BuildingId) => contentOf(workshop, building);
  return {
    async 'scheme.order'({ building, schemes }) {
      const state = await stateOf(workshop, building);
      for (const scheme of schemes) schemeOf(state, scheme);
      await library.append({
        format: 1,
        kind: 'schemes-ordered',
        ...(await stampOver(workshop, building, ({ kind }) => kind === 'schemes-ordered')),
        building,
        schemes,
      });
      return content(building);
    },

    async 'milestone.mark'({ building, scheme, version, milestone, withdrawn }) {
      knownVersion(schemeOf(await stateOf(workshop, building), scheme), version);
      await library.append({
        format: 1,
        kind: 'milestone-marked',
        ...(await stampOver(
          workshop,
          building,
          (record) => record.kind === 'milestone-marked' && record.version === version,
        )),
        building,
        scheme,
        version,
        ...milestone,
        by: settings.read().author,
        withdrawn,
      });
      return content(building);
    },

    async 'survey.answer'({ building, scheme, version, taken }) {
      const { schemes } = await stateOf(workshop, building);
      schemeOf({ schemes }, scheme);
      const other = schemes.find(({ versions }) => versions.some(({ id }) => id === version));
      if (!other || other.id === scheme) throw noSuchVersion;
      await answerSurvey(workshop, { building, scheme, version, taken });
      return content(building);
    },

    async 'contact.record'({ building, contact }) {
      await stateOf(workshop, building);
      await library.append({
        format: 1,
        kind: 'contact-recorded',
        ...(await stampOver(
          workshop,
          building,
          (record) => record.kind === 'contact-recorded' && record.household === contact.household,
        )),
        building,
        ...contact,
      });
      return content(building);
    },

    async 'derogation.record'({ building, scheme, derogation, withdrawn }) {
      schemeOf(await stateOf(workshop, building), scheme);
      // What was recorded once can always be taken back, whatever it says.
      const problem = withdrawn ? null : acceptanceProblemHere(derogation);
      if (problem) {
        throw new Explained(text(`没有记录。${problem.zh}`, `Nothing was recorded. ${problem.en}`));
      }
      await library.append({
        format: 1,
        kind: 'derogation-recorded',
        ...(await stampOver(
          workshop,
          building,
          (record) =>
            record.kind === 'derogation-recorded' && record.finding === derogation.finding,
        )),
        building,
        scheme,
        ...derogation,
        withdrawn,
      });
      return content(building);
    },
  };
}

/** A scheme has the survey of another scheme's version, or was told of it and kept its own. */
export const answerSurvey = (
  workshop: Workshop,
  answer: {
    readonly building: BuildingId;
    readonly scheme: SchemeId;
    readonly version: RecordId;
    readonly taken: boolean;
  },
): Promise<RecordId> =>
  workshop.library.append({
    format: 1,
    kind: 'survey-answered',
    ...stampAfter(workshop),
    ...answer,
    by: workshop.settings.read().author,
  });
