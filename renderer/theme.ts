import type { ThemeConfig } from 'antd';
import { fontFamily } from './fonts.ts';

/** One accent; everything else is paper, ink and greys. */
export const accent = '#1a5aa8';

/** Colours of the chrome, also for what is drawn outside of antd. */
export const colours = {
  paper: '#ffffff',
  chrome: '#f6f6f4',
  line: '#e2e2de',
  ink: '#1c1d1f',
  quiet: '#5c5f66',
  breach: '#b42318',
  warning: '#8a5a00',
  unknown: '#4a5568',
  complete: '#0b7a59',
} as const;

const token: ThemeConfig['token'] = {
  colorPrimary: accent,
  colorInfo: accent,
  colorLink: accent,
  colorSuccess: colours.complete,
  colorError: colours.breach,
  colorWarning: '#b87a00',
  colorTextBase: colours.ink,
  colorTextSecondary: colours.quiet,
  colorTextDescription: colours.quiet,
  colorTextPlaceholder: '#70757d',
  colorBorder: '#cfcfca',
  colorBorderSecondary: colours.line,
  colorBgLayout: colours.chrome,
  borderRadius: 4,
  borderRadiusLG: 6,
  borderRadiusSM: 3,
  fontFamily,
  fontSize: 14,
  fontSizeSM: 12,
  motionDurationMid: '0.1s',
  motionDurationSlow: '0.12s',
};

/** Library and dialogs. */
export const roomyTheme: ThemeConfig = {
  token,
  components: {
    Table: { headerBg: colours.paper, headerColor: colours.quiet, headerSplitColor: 'transparent' },
    Button: { primaryShadow: 'none', defaultShadow: 'none' },
  },
};

/** The editor: desktop density. */
export const compactTheme: ThemeConfig = {
  // Lists and menus of the editor open and close at once: motion here would only delay.
  token: { ...token, fontSize: 13, controlHeight: 28, controlHeightSM: 24, motion: false },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', paddingInline: 10 },
    Tabs: { horizontalItemPaddingSM: '8px 0', horizontalItemGutter: 9, titleFontSizeSM: 12 },
  },
};
