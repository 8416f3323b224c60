#!/bin/sh
# The disk image for macOS. UNTRIED: written without a Mac. Needs Xcode's tools, a Developer ID certificate in the keychain and
# notarytool's profile: IDENTITY="Developer ID Application: …" PROFILE=name ./resources/packaging/macos.sh
# Without an IDENTITY it is signed for this Mac alone ("-"), and not notarised.
set -eu
cd "$(dirname "$0")/../.."
version=$(.venv/bin/python -c "from resources.version import VERSION; print(VERSION)")
.venv/bin/python -m tests.freezing dist
app=dist/Clearway.app
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources"
cp resources/packaging/icons/clearway.icns "$app/Contents/Resources/clearway.icns"
cp -R dist/clearway/ "$app/Contents/MacOS/"
cat > "$app/Contents/Info.plist" << PLIST
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>clearway</string>
<key>CFBundleIdentifier</key><string>local.clearway</string>
<key>CFBundleName</key><string>Clearway</string>
<key>CFBundleShortVersionString</key><string>$version</string>
<key>CFBundleIconFile</key><string>clearway</string>
<key>CFBundleDocumentTypes</key><array><dict>
<key>CFBundleTypeName</key><string>Clearway library or hand-over</string>
<key>CFBundleTypeExtensions</key><array><string>clearway</string></array>
<key>CFBundleTypeIconFile</key><string>clearway</string>
<key>CFBundleTypeRole</key><string>Editor</string>
</dict></array>
<key>CFBundleLocalizations</key><array><string>en</string><string>de</string><string>fr</string></array>
<key>CFBundlePackageType</key><string>APPL</string>
<key>NSHighResolutionCapable</key><true/>
<key>LSMinimumSystemVersion</key><string>13.0</string>
</dict></plist>
PLIST
if [ -n "${IDENTITY:-}" ]; then
    codesign --force --deep --options runtime --timestamp --sign "$IDENTITY" "$app"
else
    codesign --force --deep --sign - "$app"
fi
hdiutil create -volname Clearway -srcfolder "$app" -ov -format UDZO "dist/clearway-$version-macos.dmg"
[ -n "${IDENTITY:-}" ] || exit 0
xcrun notarytool submit "dist/clearway-$version-macos.dmg" --keychain-profile "$PROFILE" --wait
xcrun stapler staple "dist/clearway-$version-macos.dmg"
