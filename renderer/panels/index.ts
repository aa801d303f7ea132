/** The editor's panels. All take the store; they sit inside an EditorRoomContext. */
export { FindingCounts } from './finding-counts.tsx';
export { FindingsPanel } from './findings.tsx';
export { HouseholdsPanel } from './households.tsx';
export { SchemeBar } from './scheme-bar.tsx';
export { StoreySwitch, StoreysPanel } from './storeys.tsx';
export { VersionsPanel } from './versions.tsx';
