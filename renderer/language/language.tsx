import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Language, Text } from '../../shared/text.ts';
import { say } from './say.ts';

interface LanguageChoice {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

const LanguageContext = createContext<LanguageChoice>({ language: 'zh', setLanguage() {} });

/** The language of everything inside; whoever mounts it keeps the choice. */
export function LanguageProvider(props: LanguageChoice & { readonly children: ReactNode }) {
  const { language, setLanguage } = props;
  const value = useMemo(() => ({ language, setLanguage }), [language, setLanguage]);
  return <LanguageContext value={value}>{props.children}</LanguageContext>;
}

export const useLanguage = (): LanguageChoice => useContext(LanguageContext);

/** `const say = useSay(); say(text('门', 'Door'))` */
export function useSay(): (text: Text) => string {
  const { language } = useLanguage();
  return useMemo(() => (text: Text) => say(text, language), [language]);
}
