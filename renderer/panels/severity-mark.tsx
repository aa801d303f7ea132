import type { Severity } from '../../shared/rules/finding.ts';

/** The shape of a severity, so that it reads without colour: octagon, triangle, question mark. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return (
    <svg
      className={`severity-mark severity-${severity}`}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {severity === 'breach' ? (
        <>
          <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor" />
          <path d="M8 4v5M8 11v1.4" stroke="#fff" strokeWidth="1.8" />
        </>
      ) : severity === 'warning' ? (
        <>
          <path d="M8 1.2 15.4 14.4H.6z" fill="currentColor" />
          <path d="M8 5.6v4.2M8 11.4v1.4" stroke="#fff" strokeWidth="1.6" />
        </>
      ) : (
        <>
          <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path
            d="M5.9 6.3a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.7-.9 1.4M8 11.2v1.2"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
          />
        </>
      )}
    </svg>
  );
}
