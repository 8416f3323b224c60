; The Windows installer, for Inno Setup from 6.3 on: older ones know no x64compatible and take the licences for another
; encoding. UNTRIED: written without a Windows machine.
; 1. On Windows, in the folder of the repository: python run.py test, then .venv\Scripts\python -m tests.freezing dist
; 2. ISCC.exe /DVersion=0.1.0 resources\packaging\clearway.iss, which makes dist\clearway-0.1.0-windows.exe
; 3. Sign it: signtool sign /fd SHA256 /tr TIMESTAMP-SERVER /td SHA256 dist\clearway-0.1.0-windows.exe

#if Ver < EncodeVer(6, 3, 0)
  #error Inno Setup 6.3 or newer is needed
#endif

[Setup]
AppId=Clearway
AppName=Clearway
AppVersion={#Version}
DefaultDirName={autopf}\Clearway
MinVersion=10.0
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
OutputDir=..\..\dist
OutputBaseFilename=clearway-{#Version}-windows
Compression=lzma2
SolidCompression=yes
LicenseFile=..\notices\notices.txt
SetupIconFile=icons\clearway.ico
UninstallDisplayIcon={app}\Clearway-window.exe

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"

; What an older version brought and this one does not would be found and used.
[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\clearway\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Clearway"; Filename: "{app}\Clearway-window.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.clearway"; ValueType: string; ValueData: "Clearway.Library"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Clearway.Library"; ValueType: string; ValueData: "Clearway library"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Clearway.Library\DefaultIcon"; ValueType: string; ValueData: "{app}\Clearway-window.exe,0"
Root: HKA; Subkey: "Software\Classes\Clearway.Library\shell\open\command"; ValueType: string; ValueData: """{app}\Clearway-window.exe"" ""%1"""

; Libraries and settings are the person's and stay when Clearway is removed.
