import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { SchemeSummary, VersionSummary } from '../../shared/bridge.ts';
import type { Plan, SchemeId } from '../../shared/plan/model.ts';
import type { RecordId } from '../../shared/records/record.ts';
import { type Text, text } from '../../shared/text.ts';
import { failureText } from '../bridge-client.ts';
import type { EditorSession } from '../editor/session.ts';
import { schemeWords } from '../language/scheme-words.ts';
import { versionWords } from '../language/version-words.ts';
import { useEditorRoom } from './session-context.ts';

/** A plan to compare with another: the draft on this machine, or a version of any scheme. */
export interface PlanSource {
  /** `draft`, or the version's id. */
  readonly key: string;
  readonly scheme: SchemeId;
  readonly schemeName: Text;
  readonly version: VersionSummary | null;
  /** As it is called. */
  readonly called: Text;
}

/** A scheme with what of it can be compared. */
export interface SourceGroup {
  readonly scheme: SchemeSummary;
  readonly called: Text;
  readonly sources: readonly PlanSource[];
}

export const draftKey = 'draft';

/** Schemes with what of them can be compared, newest first; the scheme that is open comes first. */
export function useSources(): SourceGroup[] {
  const { session } = useEditorRoom();
  const schemes = useStore(session.state, (state) => state.content.schemes);
  const open = schemes.filter(({ id }) => id === session.scheme);
  const others = schemes.filter(({ id, archived }) => id !== session.scheme && !archived);
  return [...open, ...others].map((scheme) => ({
    scheme,
    called: schemeWords(scheme, schemes),
    sources: [
      ...(scheme.id === session.scheme ? [sourceOf(scheme, null, schemes)] : []),
      ...scheme.versions.map((version) => sourceOf(scheme, version, schemes)),
    ],
  }));
}

export const sourceOf = (
  scheme: SchemeSummary,
  version: VersionSummary | null,
  schemes: readonly SchemeSummary[],
): PlanSource => ({
  key: version?.id ?? draftKey,
  scheme: scheme.id,
  schemeName: schemeWords(scheme, schemes),
  version,
  called: version ? versionWords(version, scheme.versions) : text('草稿', 'Draft'),
});

/** What asking for a plan has come to. */
export type Asked = { readonly plan: Plan | null; readonly failure: Text | null };
const waiting: Asked = { plan: null, failure: null };

/** The plan of a source; the draft is the one that the editor holds now. */
export function usePlanOf(source: PlanSource | null): Asked {
  const { session } = useEditorRoom();
  const draft = useStore(session.store, (state) => state.history.plan);
  const [asked, setAsked] = useState<Asked & { readonly of: string }>({ ...waiting, of: '' });
  const scheme = source?.scheme;
  const version = source?.version?.id;
  useEffect(() => {
    if (scheme === undefined || version === undefined) return;
    let isOver = false;
    void ask(session, scheme, version).then((answer) => {
      if (!isOver) setAsked({ ...answer, of: version });
    });
    return () => {
      isOver = true;
    };
  }, [session, scheme, version]);
  if (source && !source.version) return { plan: draft, failure: null };
  return asked.of === version ? asked : waiting;
}

async function ask(session: EditorSession, scheme: SchemeId, version: RecordId): Promise<Asked> {
  try {
    return { plan: await session.readVersion(scheme, version), failure: null };
  } catch (error) {
    return { plan: null, failure: failureText(error) };
  }
}
