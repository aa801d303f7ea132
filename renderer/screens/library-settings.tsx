import { SettingOutlined } from '@ant-design/icons';
import { Button, Form, Input, Popover, Segmented } from 'antd';
import { useState } from 'react';
import type { Language } from '../../shared/text.ts';
import { text } from '../../shared/text.ts';
import { useLanguage, useSay } from '../language/language.tsx';

/** One press changes the language; it names the other language in that language. */
export function LanguageSwitch(props: { readonly size?: 'small' | 'middle' }) {
  const { language, setLanguage } = useLanguage();
  const say = useSay();
  return (
    <Segmented<Language>
      size={props.size ?? 'middle'}
      aria-label={say(text('界面语言', 'Language'))}
      value={language}
      onChange={setLanguage}
      options={[
        { value: 'zh', label: '中文' },
        { value: 'en', label: 'English' },
      ]}
    />
  );
}

/** The name that versions are signed with; this machine remembers it, and each version carries it. */
export function AuthorSetting(props: {
  readonly author: string;
  readonly onChange: (author: string) => void;
}) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [value, setValue] = useState(props.author);
  const keep = () => {
    setOpen(false);
    if (value.trim() !== props.author) props.onChange(value.trim());
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={(next) => {
        if (next) {
          setValue(props.author);
          setOpen(true);
        } else keep();
      }}
      content={
        <Form layout="vertical" onFinish={keep} className="author-form">
          <Form.Item
            htmlFor="author-name"
            label={say(text('署名', 'Author name'))}
            extra={say(
              text(
                '写入您保存的每个版本，随版本同步、导出，拿到文件的人都能看到；可不填。',
                'Signs the versions you save and travels with them, so whoever gets them can read it; may stay empty.',
              ),
            )}
          >
            <Input
              id="author-name"
              autoFocus
              maxLength={100}
              value={value}
              onChange={(event) => setValue(event.target.value)}
            />
          </Form.Item>
        </Form>
      }
    >
      <Button icon={<SettingOutlined />} type="text">
        {props.author || say(text('设置署名', 'Set author name'))}
      </Button>
    </Popover>
  );
}
