import { type ThemeConfig, theme } from 'antd';
import type { Contrast } from './display.ts';

const FONT =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif';

/** The large form of an alert is made for empty pages; ours stand above forms. */
const ALERT = {
  withDescriptionPadding: '12px 16px',
  withDescriptionIconSize: 18,
  fontSizeLG: 14,
  borderRadiusLG: 6,
};

/**
 * Ant Design's own link, information, tag and placeholder colours miss 4.5:1 (WCAG 2.2, 1.4.3); each of these
 * reaches it on white and on the tinted ground it stands on.
 */
const STANDARD: ThemeConfig = {
  token: {
    fontFamily: FONT,
    borderRadius: 4,
    colorPrimary: '#1d4f91',
    colorLink: '#0b4f9e',
    colorLinkHover: '#083a75',
    colorLinkActive: '#062c59',
    colorInfo: '#1d4f91',
    colorInfoBg: '#eef4fb',
    colorInfoBorder: '#b9d0ea',
    colorSuccess: '#1b6a3a',
    colorSuccessBg: '#edf7f0',
    colorSuccessBorder: '#b3d9c0',
    colorWarning: '#8a5200',
    colorWarningBg: '#fff7e6',
    colorWarningBorder: '#f0d3a0',
    colorError: '#b3261e',
    colorErrorText: '#b3261e',
    colorErrorBg: '#fdf0ef',
    colorErrorBorder: '#efc0bc',
    colorText: '#1f2329',
    colorTextSecondary: '#4a515c',
    colorTextTertiary: '#5b626d',
    colorTextDescription: '#5b626d',
    colorTextPlaceholder: '#676e79',
    colorTextDisabled: '#6b727d',
    colorBgLayout: '#f4f6f9',
    colorBorder: '#8b93a0',
    colorBorderSecondary: '#dfe4eb',
    controlItemBgHover: '#f1f4f8',
    controlItemBgActive: '#e8f0fa',
    controlItemBgActiveHover: '#dde9f7',
    controlHeight: 36,
    wireframe: false,
  },
  components: {
    Layout: {
      headerBg: '#ffffff',
      siderBg: '#ffffff',
      bodyBg: '#f4f6f9',
      headerHeight: 56,
      headerPadding: 0,
    },
    Menu: { itemSelectedBg: '#e8f0fa', itemSelectedColor: '#123f78', groupTitleColor: '#5b626d' },
    Table: { headerBg: '#f0f4fa', cellPaddingBlock: 10 },
    Badge: { colorError: '#b3261e' },
    Alert: ALERT,
  },
};

/** The portal's high contrast: black ground, white text, yellow links (≥ 7:1, WCAG 2.2, 1.4.6). */
const HIGH: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    fontFamily: FONT,
    borderRadius: 4,
    controlHeight: 36,
    colorBgBase: '#000000',
    colorTextBase: '#ffffff',
    colorPrimary: '#ffe95c',
    colorPrimaryHover: '#fff3a6',
    colorPrimaryActive: '#fff3a6',
    colorTextLightSolid: '#000000',
    colorLink: '#ffe95c',
    colorLinkHover: '#fff3a6',
    colorLinkActive: '#fff3a6',
    colorInfo: '#ffffff',
    colorInfoBg: '#000000',
    colorInfoBorder: '#ffffff',
    colorSuccess: '#8ff0a4',
    colorSuccessBg: '#000000',
    colorSuccessBorder: '#8ff0a4',
    colorWarning: '#ffd479',
    colorWarningBg: '#000000',
    colorWarningBorder: '#ffd479',
    colorError: '#ffb3ad',
    colorErrorText: '#ffb3ad',
    colorErrorHover: '#ffd0cc',
    colorErrorBg: '#000000',
    colorErrorBorder: '#ffb3ad',
    colorText: '#ffffff',
    colorTextSecondary: '#ffffff',
    colorTextTertiary: '#ffffff',
    colorTextDescription: '#ffffff',
    colorTextPlaceholder: '#d0d0d0',
    colorTextDisabled: '#c4c4c4',
    colorBgLayout: '#000000',
    colorBgContainer: '#000000',
    colorBgElevated: '#0d0d0d',
    colorBorder: '#ffffff',
    colorBorderSecondary: '#8c8c8c',
    controlItemBgHover: '#333333',
    controlItemBgActive: '#1a1a1a',
    controlItemBgActiveHover: '#333333',
    colorBgMask: 'rgba(0, 0, 0, 0.8)',
  },
  components: {
    Layout: {
      headerBg: '#000000',
      siderBg: '#000000',
      bodyBg: '#000000',
      headerHeight: 56,
      headerPadding: 0,
    },
    Menu: { itemSelectedBg: '#ffe95c', itemSelectedColor: '#000000', groupTitleColor: '#ffffff' },
    Table: { headerBg: '#1a1a1a', cellPaddingBlock: 10 },
    Tooltip: { colorBgSpotlight: '#1a1a1a', colorTextLightSolid: '#ffffff' },
    Badge: { colorError: '#ffb3ad', colorTextLightSolid: '#000000' },
    Alert: ALERT,
  },
};

/** The theme for a contrast; without movement for those who asked their device for less of it. */
export function themeFor(contrast: Contrast): ThemeConfig {
  const chosen = contrast === 'high' ? HIGH : STANDARD;
  const motion = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  return { ...chosen, token: { ...chosen.token, motion } };
}
